package org.clientportal.host.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.junit.jupiter.api.Test;

class ClientFilesTest {
    @Test
    void home_and_files_show() throws IOException {
        try (WebHost host = new WebHost()) {
            Client client = host.client("Delgado Hardware");
            host.contact("Joe Delgado", client, Permission.FILES);
            WebBrowser joe = host.signedIn("Joe Delgado");

            assertThat(joe.get("/").html()).contains("Hello, Joe");
            assertThat(joe.get("/files").html()).contains("No files yet");
            assertThat(joe.get("/settings/sessions").html()).contains("This browser");
            assertThat(joe.get("/nowhere").status()).isEqualTo(404);
        }
    }
}
