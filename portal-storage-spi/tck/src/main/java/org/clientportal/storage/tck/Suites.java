package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The suites that an adapter has to declare. */
final class Suites {
    static final List<Class<?>> STORAGE = List.of(
            UnitsSuite.class,
            PracticesSuite.class,
            StaffSuite.class,
            ClientsSuite.class,
            ContactsSuite.class,
            AssignmentsSuite.class,
            FoldersSuite.class,
            DocumentsSuite.class,
            SessionsSuite.class,
            SecretsSuite.class,
            AttemptsSuite.class,
            SignInsSuite.class,
            OutboxSuite.class,
            ClaimsSuite.class,
            LeasesSuite.class,
            PendingContentSuite.class,
            AuditSuite.class,
            ParentsSuite.class,
            UniquesSuite.class,
            ClientListSuite.class,
            ContactListSuite.class,
            DocumentListSuite.class,
            OutboxListSuite.class,
            AuditListSuite.class,
            VisibilitySuite.class);

    static final List<Class<?>> CONTENT = List.of(ContentSuite.class);

    private Suites() {}

    static void requireAll(Class<?> adapterTest, List<Class<?>> suites) {
        assertThat(Arrays.stream(adapterTest.getDeclaredClasses())
                        .filter(nested -> nested.isAnnotationPresent(Nested.class))
                        .<Class<?>>map(Class::getSuperclass))
                .as("suites declared by %s", adapterTest.getSimpleName())
                .containsAll(suites);
    }
}
