package org.clientportal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.function.Supplier;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final String TEXT = "0197f0a1-2b3c-7d4e-8f50-61728394a5b6";

    @Test
    void areReadBackAsWritten() {
        assertThat(ClientId.of(TEXT)).hasToString(TEXT);
        assertThat(ClientId.of(TEXT.toUpperCase(Locale.ROOT))).isEqualTo(ClientId.of(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0197f0a12b3c7d4e8f5061728394a5b6",
                "{0197f0a1-2b3c-7d4e-8f50-61728394a5b6}",
                "0197f0a1-2b3c-7d4e-8f50-61728394a5b",
                "0197f0a1-2b3c-7d4e-8f50-61728394a5b6 ",
                "0197f0a1-2b3c-7d4e-8f50-61728394a5bg",
                "+197f0a1-2b3c-7d4e-8f50-61728394a5b6",
                "0197f0a1-2b3c-7d4e-8f50-\uff117283\uff1494a5b6",
                "../etc/passwd",
                "' or 1=1",
                "00000000-0000-0000-0000-0000000000000"
            })
    void anythingElseIsRefusedByTheNameOfItsField(String text) {
        assertRefused("clientId", () -> ClientId.of(text));
        assertRefused("contactId", () -> ContactId.of(text));
        assertRefused("documentId", () -> DocumentId.of(text));
        assertRefused("folderId", () -> FolderId.of(text));
        assertRefused("staffId", () -> StaffId.of(text));
        assertRefused("practiceId", () -> PracticeId.of(text));
    }

    private static void assertRefused(String field, Supplier<?> read) {
        InvalidValue refusal = catchThrowableOfType(InvalidValue.class, read::get);
        assertThat(refusal.code()).isEqualTo("malformed_id");
        assertThat(refusal.field()).isEqualTo(field);
    }
}
