package org.clientportal.host.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebBrowser.Multipart;
import org.clientportal.host.web.WebBrowser.Page;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.practice.PracticeSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AddFilesTest {
    private static final String JOE = "Joe Delgado";

    private final WebHost host = new WebHost();
    private final Client hardware = host.client("Delgado Hardware");
    private final Contact contact = host.contact(JOE, hardware, Permission.FILES);
    private final WebBrowser joe = host.signedIn(JOE);

    AddFilesTest() throws IOException {}

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    @Tag("rule:DO-10")
    void an_added_file_is_there_at_once_as_ones_own() {
        Page back = add("Receipt.txt", "paid".getBytes(StandardCharsets.UTF_8));

        assertThat(back.location()).isEqualTo("/files");
        assertThat(back.follow().html()).contains("Receipt.txt is added", "You can delete this for 60 more minutes");
    }

    @Test
    @Tag("rule:DO-6")
    void a_script_is_told_by_the_status_alone() {
        Page done = addByScript(FolderKind.ORDINARY, "Receipt.txt");

        assertThat(done.status()).isEqualTo(204);
        assertThat(joe.get("/files").html()).contains("Receipt.txt is added");
    }

    @Test
    void a_script_is_given_words_in_the_readers_language() {
        host.portal.contacts().change(host.firm, contact.id(), spanish(), true, Optional.empty());

        Page refused = addByScript(FolderKind.TAX_RETURN, "Return.txt");

        assertThat(refused.html()).contains("no se comparta con usted").doesNotContain("There is nothing");
    }

    @Test
    @Tag("rule:DO-6")
    void an_empty_file_is_a_file() {
        add("empty.txt", new byte[0]);

        assertThat(host.documents(hardware))
                .singleElement()
                .satisfies(row -> assertThat(row.document().size()).isZero());
        assertThat(joe.get(path()).status()).isEqualTo(200);
        assertThat(joe.get(path() + "/download").bytes()).isEmpty();
    }

    @Test
    @Tag("promise:P19")
    @Tag("rule:DO-7")
    void whatever_a_file_is_called_it_stays_a_name() {
        List<String> names = List.of(
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "CON",
                "gnp\u202Egpj.exe",
                "\uD83E\uDDFE receipt.pdf",
                "a\"b\r\nSet-Cookie: x=1.txt",
                "<img src=x onerror=alert(1)>.txt",
                "n".repeat(300) + ".pdf");
        for (String name : names) {
            assertThat(add(name, new byte[] {1}).location()).as(name).isEqualTo("/files");
        }

        assertThat(host.documents(hardware)).hasSize(names.size()).allSatisfy(row -> {
            String one = "/files/" + row.document().id();
            assertThat(row.document().name().value())
                    .doesNotContain("/", "\\", "\n", "\u202E", "<")
                    .hasSizeLessThanOrEqualTo(200);
            assertThat(joe.get(one).status()).isEqualTo(200);
            Page saved = joe.get(one + "/download");
            assertThat(saved.header("Content-Disposition").orElse("")).startsWith("attachment; filename=");
            assertThat(saved.header("Set-Cookie")).isEmpty();
        });
        assertThat(joe.get("/files").html()).doesNotContain("<img src=x");
    }

    @Test
    @Tag("rule:DO-6")
    void a_cut_upload_leaves_nothing() throws IOException {
        Multipart whole = new Multipart(fields(FolderKind.ORDINARY), "Cut.bin", new byte[100_000]);
        byte[] half = Arrays.copyOf(whole.bytes(), 60_000);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + joe.cookies() + "\r\nContent-Type: "
                            + whole.mediaType() + "\r\nContent-Length: " + whole.bytes().length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        assertThat(host.documents(hardware)).isEmpty();
        assertThat(joe.get("/files").html()).doesNotContain("Cut.bin");
    }

    @Test
    @Tag("rule:DO-6")
    void a_file_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        limit(1_000_000);
        Multipart whole = new Multipart(fields(FolderKind.ORDINARY), "Huge.bin", new byte[0]);
        String head = new String(whole.bytes(), StandardCharsets.UTF_8);
        String answer;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/problem+json\r\nCookie: "
                            + joe.cookies() + "\r\nContent-Type: " + whole.mediaType()
                            + "\r\nContent-Length: 2000000\r\n\r\n"
                            + head.substring(0, head.lastIndexOf("\r\n--")))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }

        assertThat(answer).startsWith("HTTP/1.1 422");
        assertThat(host.documents(hardware)).isEmpty();
    }

    @Test
    @Tag("rule:DO-6")
    void a_plain_form_is_told_in_words_that_a_file_is_too_large() {
        limit(1000);

        Page back = add("Huge.bin", new byte[5000]);

        assertThat(back.follow().html()).contains("larger than we take", "No files yet");
        assertThat(host.documents(hardware)).isEmpty();
    }

    @Test
    @Tag("rule:DO-6")
    void a_plain_form_is_told_so_too_while_the_rest_of_the_file_is_on_its_way() throws IOException {
        // given more than networks hold
        limit(1000);
        int length = 40 << 20;
        Multipart whole = new Multipart(fields(FolderKind.ORDINARY), "Huge.bin", new byte[0]);
        String form = new String(whole.bytes(), StandardCharsets.UTF_8);
        int end = form.lastIndexOf("\r\n--");
        String answer;

        // when
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + joe.cookies() + "\r\nContent-Type: "
                            + whole.mediaType() + "\r\nContent-Length: " + (form.length() + length) + "\r\n\r\n"
                            + form.substring(0, end))
                    .getBytes(StandardCharsets.UTF_8));
            byte[] piece = new byte[1 << 20];
            for (int sent = 0; sent < length; sent += piece.length) {
                out.write(piece);
            }
            out.write(form.substring(end).getBytes(StandardCharsets.UTF_8));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // then
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /files", "Connection: close");
        assertThat(host.documents(hardware)).isEmpty();
    }

    @Test
    @Tag("rule:DO-10")
    void a_folder_that_one_may_not_add_to_takes_nothing() {
        Page refused = addByScript(FolderKind.TAX_RETURN, "Return.txt");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(host.documents(hardware)).isEmpty();
        assertThat(joe.get("/files").html()).doesNotContain("Tax return");
    }

    @Test
    @Tag("rule:DO-4")
    void ones_own_file_can_be_deleted_within_the_hour() {
        add("Wrong.txt", new byte[] {1});
        host.clock.forward(Duration.ofMinutes(59));

        Page sure = joe.get(path() + "/delete");
        assertThat(sure.html()).contains("Delete this file?", "Wrong.txt", "bring it back for 30 days");
        Page done = sure.submit(path() + "/delete");

        assertThat(done.follow().html()).contains("Wrong.txt is deleted", "No files yet");
        assertThat(host.documents(hardware)).isEmpty();
    }

    @Test
    @Tag("rule:DO-4")
    void after_the_hour_a_file_is_part_of_the_records() {
        add("Late.txt", new byte[] {1});
        Page sure = joe.get(path() + "/delete");
        host.clock.forward(Duration.ofMinutes(59).plusSeconds(59));
        host.clock.forward(Duration.ofSeconds(2));

        String path = path();
        WebBrowser again = host.signedIn(JOE);
        Page refused = again.post(path + "/delete", again.get("/files").hidden("/sign-out"));

        assertThat(sure.status()).isEqualTo(200);
        assertThat(refused.follow().html()).contains("part of our records").doesNotContain(">Delete<");
        assertThat(again.get(path + "/delete").location()).isEqualTo(path);
        assertThat(host.documents(hardware)).hasSize(1);
    }

    @Test
    @Tag("rule:DE-3")
    void the_file_of_somebody_who_is_gone_shows_as_from_unknown() {
        add("Hers.txt", new byte[] {1});
        host.contact("Ann Lee", hardware, Permission.FILES);
        WebBrowser ann = host.signedIn("Ann Lee");
        assertThat(ann.get("/files").html()).contains("Hers.txt", JOE);

        host.portal.deletion().delete(host.firm, contact.id());

        assertThat(ann.get("/files").html()).contains("Hers.txt", "Unknown").doesNotContain(JOE);
        assertThat(joe.get("/files").status()).isEqualTo(303);
    }

    private void limit(long bytes) {
        PracticeSettings old = host.practice.settings();
        PracticeSettings strict = new PracticeSettings(
                old.admission(), old.means(), old.sessions(), old.deleteWindow(), bytes, old.invitationText());
        host.portal.practices().changeSettings(host.firm, strict, Optional.empty());
    }

    private Contact.Profile spanish() {
        return new Contact.Profile(
                JOE, contact.email(), Optional.empty(), Optional.of(Locale.forLanguageTag("es")), Optional.empty());
    }

    private Page add(String name, byte[] bytes) {
        return joe.upload("/files", fields(FolderKind.ORDINARY), name, bytes);
    }

    private Page addByScript(FolderKind kind, String name) {
        Multipart body = new Multipart(fields(kind), name, new byte[] {1});
        return joe.send(
                "/files",
                request -> request.header("Content-Type", body.mediaType())
                        .header("Accept", "application/problem+json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
    }

    private Map<String, String> fields(FolderKind kind) {
        Map<String, String> fields = new LinkedHashMap<>(joe.get("/files").hidden("/files"));
        fields.put("to", host.folder(hardware, kind).id().toString());
        return fields;
    }

    private String path() {
        Document newest = host.documents(hardware).get(0).document();
        return "/files/" + newest.id();
    }
}
