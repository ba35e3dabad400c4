package org.clientportal.host.web.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.preview.Picture;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebBrowser.Page;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientFilesTest {
    private static final String JOE = "Joe Delgado";
    private static final Terms FILES = Terms.of(Permission.FILES);
    private static final String FRESH = "1 new document is waiting";

    private final WebHost host = new WebHost();
    private final Client hardware = host.client("Delgado Hardware");
    private final Contact contact = host.contact(JOE, hardware, Permission.FILES);
    private final WebBrowser joe = host.signedIn(JOE);

    ClientFilesTest() throws IOException {}

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    @Tag("rule:DO-3")
    @Tag("rule:DA-1")
    void only_a_full_download_makes_a_file_no_longer_new() {
        Document lease = host.document(hardware, FolderKind.ORDINARY, "Lease.txt", true);
        String one = "/files/" + lease.id();
        assertThat(joe.get("/").html()).contains(FRESH, "Lease.txt");

        joe.head(one + "/download");
        Page part = joe.send(one + "/download", request -> request.header("Range", "bytes=0-3"));
        joe.get(one);
        joe.get(one + "/thumbnail");
        joe.get(one + "/preview/1");
        assertThat(part.status()).isEqualTo(206);
        assertThat(joe.get("/").html()).contains(FRESH);

        Page whole = joe.get(one + "/download");
        assertThat(whole.html()).isEqualTo("the bytes of Lease.txt");
        assertThat(joe.get("/").html()).doesNotContain(FRESH);
        assertThat(joe.get("/files?new=true").html()).contains("Nothing found");
    }

    @Test
    @Tag("rule:DO-3")
    void a_download_that_breaks_off_leaves_a_file_new() throws IOException {
        byte[] large = new byte[40_000_000];
        Document video = host.document(hardware, FolderKind.ORDINARY, "Video.bin", true, large);

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream()
                    .write(("GET /files/" + video.id() + "/download HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
                                    + joe.cookies() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }

        assertThat(joe.get("/").html()).contains(FRESH);
        assertThat(joe.get("/files/" + video.id() + "/download").bytes()).hasSize(large.length);
        assertThat(joe.get("/").html()).doesNotContain(FRESH);
    }

    @Test
    @Tag("rule:CC-9")
    void pages_speak_the_persons_own_language() {
        Contact.Profile old = contact.profile().orElseThrow();
        Contact.Profile spanish = new Contact.Profile(
                old.name(), old.email(), old.phone(), Optional.of(Locale.forLanguageTag("es")), old.zone());
        host.portal.contacts().change(host.firm, contact.id(), spanish, true, Optional.empty());

        assertThat(joe.get("/files").html()).contains("lang=\"es\"", "Aún no hay archivos");
    }

    @Test
    @Tag("rule:PM-9")
    @Tag("rule:DO-1")
    void what_is_hidden_looks_like_what_does_not_exist() {
        Document hidden = host.document(hardware, FolderKind.ORDINARY, "Secret plan.txt", false);
        Document tax = host.document(hardware, FolderKind.TAX_RETURN, "Return.txt", true);
        assertThat(joe.get("/files").html()).doesNotContain("Secret plan", "Return.txt", "Tax return");

        for (String below : List.of("", "/download", "/preview/1", "/thumbnail", "/delete")) {
            Page nothing = joe.get("/files/" + UUID.randomUUID() + below);
            assertThat(nothing.status()).isEqualTo(404);
            for (Document document : List.of(hidden, tax)) {
                Page page = joe.get("/files/" + document.id() + below);
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.html()).isEqualTo(nothing.html());
            }
        }
        assertThat(joe.get("/files/nonsense").html())
                .isEqualTo(joe.get("/files/" + UUID.randomUUID()).html());
    }

    @Test
    @Tag("rule:DO-7")
    @Tag("promise:P20")
    void a_page_or_a_drawing_that_could_run_is_saved_and_never_shown() {
        for (String name : List.of("page.html", "drawing.svg")) {
            String text = name.endsWith("svg")
                    ? "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    : "<!doctype html><html><script>alert(1)</script></html>";
            Document document =
                    host.document(hardware, FolderKind.ORDINARY, name, true, text.getBytes(StandardCharsets.UTF_8));
            String one = "/files/" + document.id();

            Page saved = joe.get(one + "/download");
            assertThat(saved.header("Content-Disposition").orElse("")).startsWith("attachment");
            assertThat(saved.header("Content-Security-Policy").orElse("")).contains("sandbox");
            assertThat(saved.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(joe.get(one).html()).contains("No preview").doesNotContain("alert(1)");
            assertThat(joe.get(one + "/preview/1").status()).isEqualTo(404);
        }
    }

    @Test
    @Tag("rule:DA-2")
    void who_has_several_businesses_sees_all_or_one_and_each_is_named() {
        Client trust = host.client("Delgado Family Trust");
        host.portal.assignments().setClients(host.firm, contact.id(), Map.of(hardware.id(), FILES, trust.id(), FILES));
        host.document(hardware, FolderKind.ORDINARY, "Bolts.txt", true);
        host.document(trust, FolderKind.ORDINARY, "Deed.txt", true);

        assertThat(joe.get("/files").html())
                .contains("Bolts.txt", "Deed.txt", "Delgado Hardware · General", "Delgado Family Trust · General");
        assertThat(joe.get("/files?client=" + trust.id()).html())
                .contains("Deed.txt")
                .doesNotContain("Bolts.txt");
        assertThat(joe.get("/?client=" + trust.id()).html()).contains(FRESH);
        assertThat(joe.get("/files?client=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(joe.get("/files?client=" + host.client("Not his").id()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("rule:DO-2")
    void files_are_found_by_name_folder_and_year() {
        Document lease = host.document(hardware, FolderKind.ORDINARY, "Lease.txt", true);
        host.document(hardware, FolderKind.ORDINARY, "Bolts.txt", true);

        assertThat(joe.get("/files?q=leas").html()).contains("Lease.txt").doesNotContain("Bolts.txt");
        assertThat(joe.get("/files?folder=" + lease.folder()).html()).contains("Lease.txt", "Bolts.txt");
        assertThat(joe.get("/files?year=2026").html()).contains("Lease.txt");
        assertThat(joe.get("/files?year=2025").html()).contains("Nothing found");
    }

    @Test
    @Tag("rule:DO-2")
    void a_long_list_is_read_on_page_by_page() {
        for (int number = 10; number < 45; number++) {
            host.document(hardware, FolderKind.ORDINARY, "Slip " + number + ".txt", true);
        }

        Page first = joe.get("/files");
        assertThat(first.html()).contains("Slip 44.txt").doesNotContain("Slip 10.txt");
        String html = first.html();
        int more = html.indexOf("/files?cursor=");
        Page second = joe.get(html.substring(more, html.indexOf('"', more)).replace("&amp;", "&"));

        assertThat(second.html()).contains("Slip 10.txt").doesNotContain("Slip 44.txt", "Load more");
    }

    @Test
    @Tag("rule:DA-3")
    @Tag("rule:PM-6")
    void who_may_see_no_files_has_no_place_for_them() {
        host.contact("Base Only", hardware);
        WebBrowser base = host.signedIn("Base Only");

        assertThat(base.get("/").html()).doesNotContain("href=\"/files");
        assertThat(joe.get("/").html()).contains("href=\"/files\"");
    }

    @Test
    @Tag("rule:PM-8")
    void a_picture_that_the_browser_kept_is_asked_for_again_and_refused_once_it_may_not_be_seen() {
        // given
        Document stamp = host.document(hardware, FolderKind.ORDINARY, "Stamp.png", true, Picture.CLEAR.bytes());
        String path = "/files/" + stamp.id() + "/thumbnail";
        Page kept = joe.get(path);
        String tag = kept.header("ETag").orElseThrow();
        assertThat(kept.header("Cache-Control")).contains("private, no-cache");
        assertThat(joe.send(path, request -> request.header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        // when
        AssignmentId id = new AssignmentId(contact.id(), hardware.id());
        host.portal.assignments().setTerms(host.firm, id, Terms.BASE, Optional.empty());
        // then
        assertThat(joe.send(path, request -> request.header("If-None-Match", tag))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_stands_in_for_a_picture_is_not_kept_since_the_next_try_may_draw_it() {
        Document torn = host.document(hardware, FolderKind.ORDINARY, "Torn.pdf", true, "%PDF-1.7 torn".getBytes(UTF_8));

        Page stand = joe.get("/files/" + torn.id() + "/thumbnail");

        assertThat(stand.status()).isEqualTo(200);
        assertThat(stand.header("ETag")).isEmpty();
        assertThat(stand.header("Cache-Control")).contains("no-store");
    }

    @Test
    @Tag("rule:PM-8")
    void a_change_of_permissions_bites_on_the_next_click() {
        Document lease = host.document(hardware, FolderKind.ORDINARY, "Lease.txt", true);
        String path = "/files/" + lease.id();
        assertThat(joe.get(path).status()).isEqualTo(200);

        AssignmentId id = new AssignmentId(contact.id(), hardware.id());
        host.portal.assignments().setTerms(host.firm, id, Terms.BASE, Optional.empty());

        assertThat(joe.get(path).status()).isEqualTo(404);
        assertThat(joe.get(path + "/download").status()).isEqualTo(404);
    }
}
