package org.clientportal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.PortalBuilder;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.memory.MemoryContent;

/**
 * One scenario's own practice, with what it takes to say what is given, do something, and see what came of it. The practice
 * is in New York, and it is noon there on 15 May 2026.
 */
public final class World {
    /** When every scenario starts. */
    public static final Instant START = Instant.parse("2026-05-15T16:00:00Z");

    private final PortalStorage storage;
    private final WatchedContent content = new WatchedContent(MemoryContent.create());
    private final SettableClock clock = new SettableClock(START);
    private final KeyRing keys = KeyRing.random("k1");
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Portal portal;
    private final Practice practice;
    private final Actor admin;

    public World(PortalStorage storage) {
        this.storage = storage;
        portal = builder().build();
        practice = anotherPractice();
        admin = staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
    }

    // Given

    /** A portal's builder on this world's storage, content and clock, for a scenario that replaces a part. */
    public PortalBuilder builder() {
        return Portal.builder()
                .storage(storage)
                .content(content)
                .clock(clock)
                .mail(keys, new PlainMessages(), notifier);
    }

    /** A practice besides this world's own. */
    public Practice anotherPractice() {
        String unique = "p" + UUID.randomUUID().toString().replace("-", "");
        return portal.practices()
                .create(new CreatePractice(
                        new Slug(unique),
                        "Miller & Partners",
                        new Origin("https://" + unique + ".example"),
                        ZoneId.of("America/New_York"),
                        Currency.getInstance("USD"),
                        Locale.US,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A member of the staff. */
    public Actor staff(String name, StaffRole role, ClientAccess access) {
        StaffMember member =
                portal.staff().add(Actors.system(practiceId()), new AddStaff(email(name), name, role, false, access));
        return Actors.staff(practiceId(), member.id());
    }

    /** A member who reaches just these clients. */
    public Actor member(String name, Client... clients) {
        Set<ClientId> named =
                Set.copyOf(List.of(clients).stream().map(Client::id).toList());
        return staff(name, StaffRole.MEMBER, ClientAccess.only(named));
    }

    public Client client(String name) {
        return portal.clients().create(admin, new CreateClient(name, EntityType.COMPANY, Optional.empty()));
    }

    /** A contact of one client with these permissions, known by an email made from the name. */
    public Actor contact(String name, Client client, Permission... permissions) {
        return contact(name, Map.of(client.id(), Terms.of(permissions)));
    }

    /** A contact of several clients. */
    public Actor contact(String name, Map<ClientId, Terms> clients) {
        Contact contact = portal.contacts()
                .add(
                        admin,
                        new AddContact(Contact.Profile.of(name, Optional.of(email(name))), clients, Optional.empty()));
        return Actors.contact(practiceId(), contact.id());
    }

    /** The address that a person of this name has here, {@code jane.doe@people.example}. */
    public static EmailAddress email(String name) {
        return new EmailAddress(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@people.example");
    }

    /** The id of a contact that acts. */
    public static ContactId contactId(Actor contact) {
        return contact.principal().contact().orElseThrow();
    }

    /** The id of a member of the staff who acts. */
    public static StaffId staffId(Actor staff) {
        return staff.principal().staff().orElseThrow();
    }

    /** The relation of a contact to a client. */
    public static AssignmentId assignmentId(Actor contact, Client client) {
        return new AssignmentId(contactId(contact), client.id());
    }

    /** A client's first folder of a kind. */
    public Folder folder(Client client, FolderKind kind) {
        return portal.folders().list(admin, client.id()).stream()
                .filter(folder -> folder.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A visible file in a folder of this kind, uploaded by this actor. */
    public Document document(Actor by, Client client, FolderKind kind, String name) {
        return upload(by, client, kind, name, true);
    }

    /** A file that staff uploaded without making it visible. */
    public Document hiddenDocument(Client client, FolderKind kind, String name) {
        return upload(admin, client, kind, name, false);
    }

    private Document upload(Actor by, Client client, FolderKind kind, String name, boolean visible) {
        byte[] bytes = ("the bytes of " + name).getBytes(StandardCharsets.UTF_8);
        InputStream stream = new ByteArrayInputStream(bytes);
        UploadDocument command = new UploadDocument(
                client.id(),
                folder(client, kind).id(),
                new FileName(name),
                Optional.of((long) bytes.length),
                visible,
                Optional.empty(),
                Optional.empty());
        return portal.uploads().upload(by, command, stream);
    }

    public Portal portal() {
        return portal;
    }

    public PortalStorage storage() {
        return storage;
    }

    public ContentStore content() {
        return content;
    }

    public SettableClock clock() {
        return clock;
    }

    public KeyRing keys() {
        return keys;
    }

    public RecordingNotifier notifier() {
        return notifier;
    }

    public Practice practice() {
        return practice;
    }

    public PracticeId practiceId() {
        return practice.id();
    }

    /** An administrator of this world's practice. */
    public Actor admin() {
        return admin;
    }

    // When

    /** Does something that may be refused. */
    public <T> Outcome<T> when(Supplier<T> use) {
        return Outcome.of(use);
    }

    /** Does something without a result that may be refused. */
    public Outcome<Boolean> whenDone(Runnable use) {
        return Outcome.of(() -> {
            use.run();
            return true;
        });
    }

    // Then

    /** What the audit says of a thing, the newest action first. */
    public List<String> audited(Object objectId) {
        return audit(Optional.of(objectId.toString())).stream()
                .map(AuditRecord::action)
                .toList();
    }

    /** All that the audit of this world's practice says, the newest record first. */
    public List<AuditRecord> audit() {
        return audit(Optional.empty());
    }

    private List<AuditRecord> audit(Optional<String> objectId) {
        AuditQuery query = new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), objectId, PageRequest.first(PageRequest.MAX));
        return storage.read(
                Scope.of(practiceId()),
                view -> view.audit().list(query).items().stream()
                        .map(AuditEntry::record)
                        .toList());
    }

    /** Where bytes are kept for this world, whether or not a document names them. */
    public Set<ContentKey> contentKeys() {
        return content.keys();
    }

    /** Every message to people of this world's practice, whatever became of it. */
    public List<OutboxMessage> messages() {
        return storage.read(
                Scope.of(practiceId()),
                view -> Stream.of(DeliveryState.values())
                        .flatMap(
                                state -> view.outbox().list(state, PageRequest.first(PageRequest.MAX)).items().stream())
                        .toList());
    }

    /** The names of the documents that this actor finds at a client, the newest first. */
    public List<String> filesSeen(Actor actor, Client client) {
        DocumentFilter all = DocumentFilter.of(client.id(), PageRequest.first(PageRequest.MAX));
        return portal.documents().list(actor, all).items().stream()
                .map(row -> row.document().name().value())
                .toList();
    }

    /** Whether the bytes of a document are the ones that were uploaded under its name. */
    public void thenReads(Actor actor, Document document, String name) {
        assertThat(Bytes.of(portal.downloads().open(actor, document.id(), 0))).isEqualTo("the bytes of " + name);
    }
}
