package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DocumentPagesTest {
    private static final byte[] BYTES = "what it says".getBytes(StandardCharsets.UTF_8);

    private WebHost host;
    private Client client;
    private WebBrowser member;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        client = host.client("Delgado Hardware");
        member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private WebBrowser.Page tab() {
        return member.get(Places.documents(client.id()));
    }

    private Folder folder(FolderKind kind) {
        return host.portal.folders().list(host.firm, client.id()).stream()
                .filter(folder -> folder.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private WebBrowser.Page add(WebBrowser by, String name, String... more) {
        String all = Places.documents(client.id());
        Map<String, String> fields = new LinkedHashMap<>(upload(by));
        fields.put("to", folder(FolderKind.ORDINARY).id().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return by.upload(all, fields, name, BYTES);
    }

    /** The hidden fields of the form that posts files: the last of the page's forms to this address. */
    private Map<String, String> upload(WebBrowser by) {
        return Map.of(
                "csrf",
                by.get(Places.documents(client.id()))
                        .hidden("/practice/sign-out")
                        .get("csrf"));
    }

    private Document only() {
        List<Document> all = host
                .portal
                .documents()
                .list(host.firm, DocumentFilter.of(client.id(), PageRequest.first(10)))
                .items()
                .stream()
                .map(row -> row.document())
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String place() {
        return Places.document(client.id(), only().id());
    }

    @Test
    @Tag("rule:DO-1")
    @Tag("rule:DO-6")
    void staffAddAFileHiddenAndThenShowIt() {
        host.contact("Joe Delgado", client, Permission.FILES);
        WebBrowser joe = host.signedIn("Joe Delgado");

        WebBrowser.Page added = add(member, "Ledger.txt", "year", "2024").follow();
        assertThat(added.html()).contains("Ledger.txt is added.", "Hidden");
        assertThat(only().year()).isEqualTo(2024);
        assertThat(joe.get("/files").html()).doesNotContain("Ledger.txt");

        tab().submit(place() + "/visible", "visible", "true");
        assertThat(joe.get("/files").html()).contains("Ledger.txt");
    }

    @Test
    void aRowThatChangedMeanwhileSaysSoInTheRow() {
        add(member, "Ledger.txt", "visible", "true");
        WebBrowser.Page stale = tab();
        host.portal.filing().setVisible(host.firm, only().id(), false, Optional.empty());

        WebBrowser.Page again = stale.submit(place() + "/visible", "visible", "true");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("Somebody else changed this");
        assertThat(only().visible()).isFalse();
    }

    @Test
    @Tag("rule:DO-2")
    void aFileIsDownloadedMovedAndRenamed() {
        add(member, "Ledger.txt", "visible", "true");

        assertThat(member.get(place() + "/download").bytes()).isEqualTo(BYTES);
        member.get(place())
                .submit(
                        place(),
                        "name",
                        "Ledger 2023.txt",
                        "folder",
                        folder(FolderKind.TAX_RETURN).id().toString(),
                        "year",
                        "2023");

        assertThat(only().name().value()).isEqualTo("Ledger 2023.txt");
        assertThat(only().folderKind()).isEqualTo(FolderKind.TAX_RETURN);
        assertThat(only().year()).isEqualTo(2023);
    }

    @Test
    void aYearThatIsNoneIsRefusedBesideTheFieldAndKept() {
        add(member, "Ledger.txt");

        WebBrowser.Page again = member.get(place())
                .submit(
                        place(),
                        "name",
                        "Other.txt",
                        "folder",
                        folder(FolderKind.ORDINARY).id().toString(),
                        "year",
                        "soon");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("id=\"year-error\"", "value=\"soon\"", "value=\"Other.txt\"");
    }

    @Test
    @Tag("rule:DO-5")
    void deletingIsUndoneFromTheNextPageAndFromTheTrash() {
        add(member, "Ledger.txt");
        String place = place();

        WebBrowser.Page list = tab().submit(place + "/delete").follow();
        assertThat(list.html()).contains("Ledger.txt is in the trash.", "Undo", "No files yet");
        WebBrowser.Page trash = member.get(Places.client(client.id()) + "/trash");
        assertThat(trash.html()).contains("Ledger.txt", "Restore");

        trash.submit(place + "/restore");
        assertThat(tab().html()).contains("Ledger.txt");
    }

    @Test
    @Tag("rule:DO-5")
    void aLegalHoldIsAnAdministratorsAndKeepsTheFile() {
        add(member, "Ledger.txt");
        WebBrowser admin = host.staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
        WebBrowser.Page before = tab();

        assertThat(member.get(place() + "/hold").status()).isEqualTo(403);
        admin.get(place() + "/hold").submit(place() + "/hold", "reason", "Dispute");

        assertThat(before.submit(place() + "/delete").follow().html()).contains("A legal hold keeps this");
        assertThat(only().inTrash()).isFalse();
    }

    @Test
    @Tag("rule:PM-10")
    void whoCanSeeAFileIsToldWithTheReason() {
        host.contact("Joe Delgado", client, Permission.FILES);
        host.contact("Rosa Delgado", client, Permission.TAX);
        add(member, "Ledger.txt", "visible", "true");

        String page = member.get(place() + "/access").html();

        assertThat(page).containsSubsequence("Joe Delgado", "Has Files here", "Sees it");
        assertThat(page).containsSubsequence("Rosa Delgado", "Needs Files or Admin here", "Does not see it");
    }

    @Test
    @Tag("rule:DE-3")
    void whatADeletedPersonAddedShowsUnderANumber() {
        var joe = host.contact("Joe Delgado", client, Permission.FILES);
        WebBrowser joes = host.signedIn("Joe Delgado");
        Map<String, String> fields = new LinkedHashMap<>(joes.get("/files").hidden("/files"));
        fields.put("to", folder(FolderKind.ORDINARY).id().toString());
        joes.upload("/files", fields, "Receipt.txt", BYTES);
        assertThat(tab().html()).contains("Joe Delgado");

        host.portal.deletion().delete(host.firm, joe.id());

        assertThat(tab().html()).contains("Receipt.txt", "Unknown #1").doesNotContain("Joe Delgado");
    }

    @Test
    void aFolderIsAddedAndRenamedAndASecondOfItsNameRefused() {
        String folders = Places.client(client.id()) + "/folders";

        member.get(folders).submit(folders, "name", "Bank");
        WebBrowser.Page again = member.get(folders).submit(folders, "name", "bank");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("There is a folder of this name.", "value=\"bank\"");
    }

    @Test
    @Tag("rule:PM-9")
    void aDocumentOfAnotherClientIsNotFoundUnderThisOne() {
        add(member, "Ledger.txt");
        Client other = host.client("Other Ltd");

        assertThat(member.get(Places.document(other.id(), only().id())).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("rule:PM-9")
    void aFolderOfAnotherClientIsNotFoundUnderThisOne() {
        // given
        FolderId folder = folder(FolderKind.ORDINARY).id();
        String elsewhere = Places.client(host.client("Other Ltd").id()) + "/folders";
        Map<String, String> fields = new LinkedHashMap<>(member.get(elsewhere).hidden(elsewhere));
        fields.put("name", "Renamed");
        fields.put("version", "0");
        // when
        WebBrowser.Page refused = member.post(elsewhere + "/" + folder, fields);
        // then
        assertThat(refused.status()).isEqualTo(404);
        assertThat(folder(FolderKind.ORDINARY).name()).isNotEqualTo("Renamed");
    }
}
