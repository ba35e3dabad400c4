package org.clientportal.benchmarks.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;

/** Made-up contacts with 1 to 20 grants each, and what each of them asks for. The same every time. */
final class Contacts {
    /** How many take turns. */
    static final int COUNT = 10_000;

    private static final int MOST_GRANTS = 20;
    private static final Instant SOME_DAY = Instant.parse("2026-03-02T09:30:00Z");

    private final Random random = new Random(20260302);
    private final List<Asked> asked = new ArrayList<>();

    /**
     * A contact and one document that it asks for; one of ten asks at a client that is not its own.
     *
     * @param client where the document is
     * @param document what a decision looks at
     */
    record Asked(ContactId contact, List<Grant> grants, ClientId client, Traits document) {}

    private Contacts() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            clients.add(client(i));
        }
        for (int i = 0; i < COUNT; i++) {
            ContactId contact = new ContactId(uuid());
            List<Grant> grants = new ArrayList<>();
            int count = 1 + random.nextInt(MOST_GRANTS);
            for (int g = 0; g < count; g++) {
                grants.add(grant(contact, clients.get((i * 7 + g * 13) % COUNT)));
            }
            boolean foreign = random.nextInt(10) == 0;
            ClientId client = foreign
                    ? clients.get((i * 7 + 1) % COUNT).id()
                    : grants.get(random.nextInt(count)).client().id();
            asked.add(new Asked(contact, List.copyOf(grants), client, document(contact)));
        }
    }

    static List<Asked> asked() {
        return new Contacts().asked;
    }

    private Traits document(ContactId contact) {
        List<FolderKind> folders = List.of(FolderKind.values());
        FolderKind folder = folders.get(random.nextInt(folders.size()));
        Optional<ContactId> author = random.nextInt(5) == 0 ? Optional.of(contact) : Optional.empty();
        return new Traits(random.nextInt(8) > 0, Optional.of(folder), author, Set.of());
    }

    private Grant grant(ContactId contact, Client client) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (random.nextInt(3) == 0) {
                permissions.add(permission);
            }
        }
        AssignmentId id = new AssignmentId(contact, client.id());
        return new Grant(client, new Assignment(id, permissions, Relationship.OTHER, false, false, SOME_DAY, 0));
    }

    private Client client(int i) {
        return new Client(
                new ClientId(uuid()),
                "Client " + i,
                EntityType.COMPANY,
                Optional.empty(),
                SOME_DAY,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
