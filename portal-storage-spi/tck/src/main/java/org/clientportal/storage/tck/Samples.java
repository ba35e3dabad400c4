package org.clientportal.storage.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.Scope;

/**
 * Makes believable records of one practice, each with a new id and the least that such a record has; nothing is stored.
 * Thread-safe.
 */
public final class Samples {
    /** When everything in the samples happened. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456Z");

    private final Practice practice;

    private Samples(Practice practice) {
        this.practice = practice;
    }

    /** Of a practice that nobody else has. */
    public static Samples fresh() {
        return new Samples(anyPractice());
    }

    /** A practice with an id, a slug and a host name of its own. */
    public static Practice anyPractice() {
        PracticeId id = new PracticeId(UUID.randomUUID());
        String slug = "p" + id.toString().replace("-", "");
        return new Practice(
                id,
                new Slug(slug),
                "Baker & Partners",
                new Origin("https://" + slug + ".example"),
                ZoneId.of("America/Chicago"),
                Currency.getInstance("USD"),
                Locale.US,
                PracticeSettings.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                NOW,
                0);
    }

    /** The practice that these samples are of. */
    public Practice practice() {
        return practice;
    }

    /** The scope of that practice. */
    public Scope scope() {
        return Scope.of(practice.id());
    }

    /** A member who reaches no client, with an email that nobody else has. */
    public StaffMember staff(String name) {
        UUID id = UUID.randomUUID();
        return new StaffMember(
                new StaffId(id),
                new EmailAddress(id + "@firm.example"),
                name,
                StaffRole.MEMBER,
                false,
                ClientAccess.only(Set.of()),
                true,
                NOW,
                0);
    }

    public Client client(String name) {
        return new Client(
                new ClientId(UUID.randomUUID()),
                name,
                EntityType.COMPANY,
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** A contact without an email, whom nobody has invited. */
    public Contact contact(String name) {
        return contact(Contact.Profile.of(name, Optional.empty()));
    }

    public Contact contact(String name, String email) {
        return contact(Contact.Profile.of(name, Optional.of(new EmailAddress(email))));
    }

    private static Contact contact(Contact.Profile profile) {
        return new Contact(
                new ContactId(UUID.randomUUID()),
                Optional.of(profile),
                PortalAccess.NONE,
                true,
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public Assignment assignment(Contact contact, Client client, Permission... permissions) {
        return new Assignment(
                new AssignmentId(contact.id(), client.id()),
                Set.of(permissions),
                Relationship.OWNER,
                false,
                false,
                NOW,
                0);
    }

    public Folder folder(Client client, String name) {
        return folder(client, name, FolderKind.ORDINARY);
    }

    public Folder folder(Client client, String name, FolderKind kind) {
        return new Folder(new FolderId(UUID.randomUUID()), client.id(), kind, name, 0);
    }

    /** A small PDF that staff uploaded and made visible, new for three months. */
    public Document document(Folder folder, String name) {
        return document(folder, name, Principal.of(new StaffId(UUID.randomUUID())), NOW);
    }

    /** A visible document; one that the firm uploads is new for 90 days. */
    public Document document(Folder folder, String name, Principal by, Instant at) {
        return new Document(
                new DocumentId(UUID.randomUUID()),
                folder.client(),
                folder.id(),
                folder.kind(),
                new FileName(name),
                "application/pdf",
                48_211,
                sha256(),
                contentKey(),
                true,
                by,
                at,
                2026,
                by.isFirm() ? Optional.of(at.plus(Duration.ofDays(90))) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public PendingContent pendingContent(Instant since) {
        return new PendingContent(new DocumentId(UUID.randomUUID()), contentKey(), since);
    }

    public ContentKey contentKey() {
        return ContentKey.of(practice.id(), hex());
    }

    /** A session opened at {@link #NOW}: 12 hours absolute, 1 hour idle. */
    public Session session(Principal subject) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                hex(),
                subject,
                "magic_link",
                NOW,
                NOW,
                NOW.plus(Duration.ofHours(12)),
                Optional.of(Duration.ofHours(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** A link that staff sent at {@link #NOW}, good for 24 hours. */
    public Secret secret(Principal subject, SecretPurpose purpose) {
        return secret(subject, purpose, NOW);
    }

    public Secret secret(Principal subject, SecretPurpose purpose, Instant issuedAt) {
        return new Secret(
                new SecretId(UUID.randomUUID()),
                purpose,
                subject,
                SecretOrigin.SENT,
                hex(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                issuedAt,
                issuedAt.plus(Duration.ofDays(1)),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SignInAttempt signIn(Optional<Principal> subject, String outcome, Instant at) {
        return new SignInAttempt(
                UUID.randomUUID(), at, subject, outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A queued message that is due at once. */
    public OutboxMessage message(Lane lane, String kind, Optional<Principal> to, Instant at) {
        return new OutboxMessage(
                new MessageId(UUID.randomUUID()),
                lane,
                kind,
                to,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                at,
                at,
                Optional.empty(),
                DeliveryState.QUEUED,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public AuditRecord audit(String action, Principal actor, Instant at) {
        return new AuditRecord(
                new AuditId(UUID.randomUUID()),
                at,
                action,
                actor,
                Optional.empty(),
                Optional.empty(),
                "client",
                UUID.randomUUID().toString(),
                Optional.empty(),
                Map.of());
    }

    /** Some hash. */
    public Sha256 sha256() {
        return new Sha256(hex() + hex());
    }

    /** 32 random hexadecimal digits. */
    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
