package org.clientportal.benchmarks.data;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
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
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;

/**
 * Fills a database with one practice. People, clients and ten documents of each client come through the storage adapter;
 * the database then copies those documents. Each client has, of ten: six ordinary files of the firm, two tax files, one
 * hidden file, one of the contact's own.
 */
public final class Seed {
    /** The slug of the practice. */
    public static final String SLUG = "bench";

    /** The host name of its portal. */
    public static final String HOST = "127.0.0.1";

    private static final int AT_ONCE = 200;

    private final Database database;
    private final Size size;
    private final KeyRing keys;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final PracticeId practice = new PracticeId(UUID.randomUUID());
    private final StaffId staff = new StaffId(UUID.randomUUID());

    private Seed(Database database, Size size, KeyRing keys) {
        this.database = database;
        this.size = size;
        this.keys = keys;
    }

    /** Fills an empty database that has the portal's tables. */
    public static Seeded plant(Database database, Size size, KeyRing keys) {
        return new Seed(database, size, keys).plant();
    }

    private Seeded plant() {
        List<Visitor> visitors = new ArrayList<>();
        try (PortalStorage storage = database.storage().build()) {
            storage.write(Scope.of(practice), unit -> {
                unit.practices().insert(practice());
                unit.staff().insert(member());
                return true;
            });
            for (int from = 0; from < size.clients(); from += AT_ONCE) {
                int first = from;
                visitors.addAll(storage.write(Scope.of(practice), unit -> some(unit, first, visitors)));
            }
        }
        multiply();
        return new Seeded(database, practice, visitors);
    }

    private List<Visitor> some(WriteUnit unit, int first, List<Visitor> before) {
        List<Visitor> added = new ArrayList<>();
        for (int i = first; i < Math.min(first + AT_ONCE, size.clients()); i++) {
            Client client = client(i);
            Contact contact = contact(i);
            unit.clients().insert(client);
            unit.contacts().insert(contact);
            Set<Permission> permissions =
                    i % 2 == 0 ? Set.of(Permission.FILES) : Set.of(Permission.FILES, Permission.TAX);
            unit.assignments().insert(assignment(contact.id(), client.id(), permissions, true));
            // Every third contact has a second business, as an employee there.
            if (i % 3 == 1 && first > 0) {
                ClientId other = before.get(i - AT_ONCE).client();
                unit.assignments().insert(assignment(contact.id(), other, Set.of(Permission.FINANCIAL), false));
            }
            Folder files = folder(unit, client, "Statements", FolderKind.ORDINARY);
            Folder tax = folder(unit, client, "Tax returns", FolderKind.TAX_RETURN);
            Principal she = Principal.of(contact.id());
            Principal firm = Principal.of(staff);
            for (int pattern = 0; pattern < 10; pattern++) {
                unit.documents()
                        .insert(document(
                                pattern < 8 ? files : tax,
                                "Report " + i + " " + pattern + ".pdf",
                                pattern != 0,
                                pattern == 1 ? she : firm,
                                pattern));
            }
            String token = "visitor-" + i + "-" + UUID.randomUUID();
            unit.sessions().insert(session(she, token));
            added.add(new Visitor(client.id(), contact.id(), token));
        }
        return added;
    }

    /** Copies each document in the database itself, each copy 37 hours older than the one before. */
    private void multiply() {
        boolean sqlite = database.engine() == Engine.SQLITE;
        String id = sqlite
                ? "lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8'"
                        + " || substr(h, 18, 3) || '-' || substr(h, 21, 12))"
                : "gen_random_uuid()";
        String copies = sqlite
                ? "(with recursive n (n) as (select 1 union all select n + 1 from n where n < %1$d - 1)"
                        + " select n, hex(randomblob(16)) as h, d.* from {document} d cross join n where %1$d > 1)"
                : "(select n, d.* from {document} d cross join generate_series(1, %1$d - 1) n)";
        String columns = "client_id, folder_id, folder_kind, %s, media_type, size, sha256, content, visible,"
                + " uploaded_by_kind, uploaded_by_key, %s, year, new_until, version";
        String name = "replace(%s, '.pdf', ' ' || n || '.pdf')";
        database.run("insert into {document} (practice_id, id, " + columns.formatted("name, sort_key", "uploaded_at")
                + ") select practice_id, " + id + ", "
                + columns.formatted(
                        name.formatted("name") + ", " + name.formatted("sort_key"), "uploaded_at - n * 133200000000")
                + " from " + copies.formatted(size.copies()) + " c");
        vacuum(sqlite);
    }

    /** Adds copies of the clients that are there, until there are so many. */
    public static void moreClients(Database database, int clients, int total) {
        boolean sqlite = database.engine() == Engine.SQLITE;
        String id =
                sqlite ? "lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6)))" : "gen_random_uuid()";
        String copies = sqlite
                ? "(with recursive n (n) as (select 1 union all select n + 1 from n where n < " + (total / clients - 1)
                        + ") select n from n)"
                : "generate_series(1, " + (total / clients - 1) + ") as n (n)";
        database.run("insert into {client} (practice_id, id, name, sort_key, type, created_at, version)"
                + " select practice_id, " + id + ", name || ' ' || n, sort_key || ' ' || n, type, created_at, version"
                + " from {client} c cross join " + copies);
    }

    private void vacuum(boolean sqlite) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sqlite ? "analyze" : "vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be analyzed", e);
        }
    }

    private Practice practice() {
        return new Practice(
                practice,
                new Slug(SLUG),
                "Miller & Partners",
                new Origin("http://" + HOST),
                ZoneOffset.UTC,
                Currency.getInstance("USD"),
                Locale.US,
                PracticeSettings.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                now,
                0);
    }

    private StaffMember member() {
        return new StaffMember(
                staff,
                new EmailAddress("ann@miller.example"),
                "Ann Miller",
                StaffRole.MEMBER,
                false,
                ClientAccess.ALL,
                true,
                now,
                0);
    }

    private Client client(int i) {
        return new Client(
                new ClientId(UUID.randomUUID()),
                "Client " + String.format(Locale.ROOT, "%06d", i) + " Ltd",
                EntityType.COMPANY,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private Contact contact(int i) {
        return new Contact(
                new ContactId(UUID.randomUUID()),
                Optional.of(Contact.Profile.of("Jane Doe " + i, "jane" + i + "@client.example")),
                PortalAccess.NONE.signedIn(now),
                true,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private Assignment assignment(ContactId contact, ClientId client, Set<Permission> permissions, boolean main) {
        return new Assignment(new AssignmentId(contact, client), permissions, Relationship.OWNER, main, false, now, 0);
    }

    private static Folder folder(WriteUnit unit, Client client, String name, FolderKind kind) {
        Folder folder = new Folder(new FolderId(UUID.randomUUID()), client.id(), kind, name, 0);
        unit.folders().insert(folder);
        return folder;
    }

    private Document document(Folder folder, String name, boolean visible, Principal by, int hours) {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new Document(
                new DocumentId(UUID.randomUUID()),
                folder.client(),
                folder.id(),
                folder.kind(),
                new FileName(name),
                "application/pdf",
                48_211,
                new Sha256(random + random),
                ContentKey.of(practice, random),
                visible,
                by,
                now.minus(Duration.ofHours(30).plusMinutes(5L * hours)),
                2026,
                by.isFirm() ? Optional.of(now.plus(Duration.ofDays(90))) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private Session session(Principal subject, String token) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                keys.hash("session:contact", token),
                subject,
                "magic_link",
                now,
                now,
                now.plus(Duration.ofHours(12)),
                Optional.of(Duration.ofHours(6)),
                Optional.empty(),
                Optional.of("Firefox on Windows"),
                Optional.of("192.0.2.17"),
                Optional.empty(),
                0);
    }
}
