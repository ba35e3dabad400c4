package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.document.Sha256;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.World;

/**
 * Where one run takes place: a client of its own in the scenario's world, looked at through a portal on stores that work, as
 * after a restart.
 */
final class Stage {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX);

    private final World world;
    private final Site right;
    private final Client client;
    private final FolderId folder;
    private final Set<ContentKey> before;

    /** @param portal on this world's stores, with nothing going wrong */
    Stage(World world, Portal portal) {
        this.world = world;
        this.right = new Site(portal, world.content(), Faults.none());
        this.client = world.client("Acme");
        this.folder = world.folder(client, FolderKind.ORDINARY).id();
        this.before = world.contentKeys();
    }

    World world() {
        return world;
    }

    Client client() {
        return client;
    }

    /** The portal, on stores that work. */
    Site right() {
        return right;
    }

    UploadDocument command(String name) {
        return new UploadDocument(
                client.id(),
                folder,
                new FileName(name),
                Optional.of((long) bytes(name).length),
                true,
                Optional.empty(),
                Optional.empty());
    }

    static byte[] bytes(String name) {
        return ("the bytes of " + name).getBytes(StandardCharsets.UTF_8);
    }

    /** A document that lies there. */
    Document document(String name) {
        return world.document(world.admin(), client, FolderKind.ORDINARY, name);
    }

    /** A document in the trash. */
    Document trashed(String name) {
        return right.portal().filing().delete(world.admin(), document(name).id());
    }

    List<Document> shown() {
        return rows(right.portal()
                .documents()
                .list(world.admin(), DocumentFilter.of(client.id(), ALL))
                .items());
    }

    List<Document> trash() {
        return rows(right.portal()
                .documents()
                .trash(world.admin(), client.id(), ALL)
                .items());
    }

    private static List<Document> rows(List<DocumentRow> rows) {
        return rows.stream().map(DocumentRow::document).toList();
    }

    static List<String> names(List<Document> documents) {
        return documents.stream().map(document -> document.name().value()).toList();
    }

    /** How often the audit has it that this was done at this client, such as {@code document_uploaded}. */
    long audited(String action) {
        return world.audit().stream()
                .filter(record -> record.client().equals(Optional.of(client.id())))
                .map(AuditRecord::action)
                .filter(action::equals)
                .count();
    }

    /** That each document has bytes of the recorded length and hash, and that a row names all bytes there are (P25). */
    void thenRowsAndBytesAgree() {
        shown().forEach(document ->
                thenHasItsBytes(document, right.portal().downloads().thumbnail(world.admin(), document.id())));
        trash().forEach(document -> thenHasItsBytes(document, open(document)));
        assertThat(named()).as("keys that rows name").containsAll(bytes());
    }

    /** That nothing is there but documents and their bytes (P25). */
    void thenNothingIsLeftOver() {
        assertThat(pending()).as("notes of bytes without a document").isEmpty();
        assertThat(bytes()).as("keys with bytes").isEqualTo(keys());
    }

    private Set<ContentKey> named() {
        Set<ContentKey> named = new HashSet<>(keys());
        named.addAll(pending());
        return named;
    }

    private Set<ContentKey> keys() {
        return Stream.concat(shown().stream(), trash().stream())
                .map(Document::content)
                .collect(Collectors.toSet());
    }

    private Set<ContentKey> pending() {
        return right
                .portal()
                .units()
                .system(unit -> unit.stalePendingContent(world.clock().instant().plusSeconds(1), 500))
                .stream()
                .map(owned -> owned.item().content())
                .collect(Collectors.toSet());
    }

    private Set<ContentKey> bytes() {
        Set<ContentKey> bytes = new HashSet<>(world.contentKeys());
        bytes.removeAll(before);
        return bytes;
    }

    private ReadableByteChannel open(Document document) {
        try {
            return world.content().open(document.content(), 0).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError("the bytes of " + document.name() + " cannot be read", e);
        }
    }

    private static void thenHasItsBytes(Document document, ReadableByteChannel channel) {
        try (InputStream stream = Channels.newInputStream(channel)) {
            byte[] all = stream.readAllBytes();
            assertThat((long) all.length).as("length of %s", document.name()).isEqualTo(document.size());
            assertThat(Sha256.of(MessageDigest.getInstance("SHA-256").digest(all)))
                    .as("hash of %s", document.name())
                    .isEqualTo(document.sha256());
            assertThat(all)
                    .as("bytes of %s", document.name())
                    .isEqualTo(bytes(document.name().value()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError("the bytes of " + document.name() + " cannot be read", e);
        }
    }
}
