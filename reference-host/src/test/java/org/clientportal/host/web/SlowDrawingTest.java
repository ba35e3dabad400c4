package org.clientportal.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientportal.host.preview.Endless;
import org.clientportal.host.preview.PreviewLimits;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages of documents that take long to draw, asked for by more of one network than are worked on at a time. */
@Tag("promise:P21")
@Timeout(120)
class SlowDrawingTest {
    private static final PreviewLimits PATIENT =
            new PreviewLimits(64L << 20, Duration.ofMinutes(5), Duration.ofMinutes(5), 2, 128, 30, 1 << 20);
    private static final int MORE_THAN_TURNS = 2 * Runtime.getRuntime().availableProcessors() + 1;
    private static final int MANY_TIMES = 100;

    @Test
    void a_clients_page_of_a_document_keeps_no_turn_while_it_waits() throws IOException {
        try (WebHost host = new WebHost(PATIENT)) {
            // given
            Client bakery = host.client("Bakery");
            host.contact("Joe Baker", bakery, Permission.FILES);
            Document endless = endless(host, bakery);
            WebBrowser joe = host.signedIn("Joe Baker");

            thenOthersAreAnswered(host, () -> joe.get("/files/" + endless.id()));
        }
    }

    @Test
    void the_firms_page_of_a_document_keeps_no_turn_while_it_waits() throws IOException {
        try (WebHost host = new WebHost(PATIENT)) {
            // given
            Client bakery = host.client("Bakery");
            Document endless = endless(host, bakery);
            WebBrowser olivia = host.staff("Olivia Finch", StaffRole.ADMIN, ClientAccess.ALL);

            thenOthersAreAnswered(
                    host, () -> olivia.get("/practice/clients/" + bakery.id() + "/documents/" + endless.id()));
        }
    }

    private static void thenOthersAreAnswered(WebHost host, Supplier<WebBrowser.Page> page) {
        // when
        List<CompletableFuture<WebBrowser.Page>> waiting = Stream.generate(
                        () -> CompletableFuture.supplyAsync(page, task -> new Thread(task).start()))
                .limit(MORE_THAN_TURNS)
                .toList();

        // then, again and again, for nothing tells when all of them wait
        for (int i = 0; i < MANY_TIMES; i++) {
            assertThat(host.browser().get("/sign-in").status()).isEqualTo(200);
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        host.previews.close();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    }

    private static Document endless(WebHost host, Client client) {
        return host.document(client, FolderKind.ORDINARY, "endless.pdf", true, Endless.pdf());
    }
}
