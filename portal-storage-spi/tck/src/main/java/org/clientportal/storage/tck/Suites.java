package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The suites that an adapter has to declare. */
final class Suites {
    static final List<Class<?>> STORAGE = List.of(UnitsSuite.class, ClientsSuite.class);

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
