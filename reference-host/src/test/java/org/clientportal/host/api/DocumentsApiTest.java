package org.clientportal.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientportal.host.api.Caller.Reply;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff change of a document in one request is changed at once. */
@Tag("promise:P24")
class DocumentsApiTest {
    @Test
    @Tag("rule:DO-1")
    void a_document_is_moved_and_hidden_in_one_step() throws Exception {
        try (ApiHost host = new ApiHost()) {
            // given
            Caller olivia = host.staff(host.here, "Olivia Finch", StaffRole.ADMIN);
            String of = "/api/v1/clients/" + client(olivia);
            String open = folder(olivia, of, "Open");
            String document = uploaded(olivia, of, folder(olivia, of, "Drafts"));
            long version = olivia.get(document).json().path("version").asLong();

            // when
            Reply changed = olivia.call("PATCH", document, Map.of("folderId", open, "visible", false));

            // then: one version further, so there was none of it in its new folder and still visible
            assertThat(changed.text("folderId")).isEqualTo(open);
            assertThat(changed.json().path("visible").asBoolean()).isFalse();
            assertThat(changed.json().path("version").asLong()).isEqualTo(version + 1);
        }
    }

    private static String client(Caller staff) {
        return staff.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .text("id");
    }

    private static String folder(Caller staff, String of, String name) {
        return staff.call("POST", of + "/folders", Map.of("name", name)).text("id");
    }

    private static String uploaded(Caller staff, String of, String folder) {
        return "/api/v1/documents/"
                + staff.upload(of + "/documents?folderId=" + folder + "&name=March.txt&visible=true", "1,000.00")
                        .text("id");
    }
}
