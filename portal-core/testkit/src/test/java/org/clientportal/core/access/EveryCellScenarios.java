package org.clientportal.core.access;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.document.Document;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.Scope;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/**
 * Each person with each set of flags, in each relation to the client, doing each thing to a file in each kind of folder, of
 * each author, in each state; against {@link Expected}.
 */
@Tag("promise:P14")
class EveryCellScenarios {
    private static final List<String> STATES = List.of("visible", "hidden", "trashed");
    /** In an order in which each leaves the file to the next as it was, but for the two that are undone. */
    private static final List<String> ACTIONS =
            List.of("find", "download", "list", "explain", "show", "hold", "delete", "restore");

    /** A file and what the rules distinguish of it. */
    private record Item(Document document, FolderKind folder, String author, String state) {}

    @Scenario
    @Tag("rule:DO-1")
    @Tag("rule:PM-8")
    void everyCellOfAContactIsTheOneExpected(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Actor otto = world.contact("Otto Other", acme, Permission.CLIENT_ADMIN);
        List<Item> items = items(world, acme, jane, otto);
        SoftAssertions softly = new SoftAssertions();
        int cells = 0;

        for (Set<Permission> flags : Flags.everySet()) {
            // when
            terms(world, jane, acme, flags);

            // then
            for (Item item : items) {
                boolean mine = item.author().equals("jane");
                Traits released = new Traits(
                        true,
                        Optional.of(item.folder()),
                        item.document().uploadedBy().contact(),
                        Set.of());
                boolean sees = Expected.sees(World.contactId(jane), flags, ResourceKind.DOCUMENT, released);
                String who = mine ? "mine" : sees ? "sees" : "sees-not";
                cells += check(softly, world, acme, jane, who, item, flags.toString());
            }
            for (FolderKind kind : FolderKind.values()) {
                boolean tax = kind != FolderKind.ORDINARY;
                boolean adds = flags.contains(Permission.CLIENT_ADMIN)
                        || flags.contains(tax ? Permission.TAX : Permission.FILES);
                softly.assertThat(added(world, jane, acme, kind))
                        .as("%s adds to %s", flags, kind)
                        .isEqualTo(adds ? "ok" : "not_found");
                cells++;
            }
        }
        softly.assertThat(cells).isEqualTo(16 * (27 * ACTIONS.size() + 3));
        softly.assertAll();
    }

    @Scenario
    @Tag("rule:DE-1")
    @Tag("rule:DE-6")
    @Tag("rule:DE-7")
    void whoseRelationIsSuspendedOrGoneHasNoCell(World world) {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Actor> outsiders = new LinkedHashMap<>();
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        for (String kind : List.of("suspended", "unassigned", "elsewhere", "deleted")) {
            Client first = kind.equals("elsewhere") ? other : acme;
            Map<ClientId, Terms> clients = new LinkedHashMap<>();
            clients.put(other.id(), Terms.of(Permission.CLIENT_ADMIN));
            clients.put(first.id(), Terms.of(Permission.CLIENT_ADMIN));
            outsiders.put(kind, world.contact(kind + " person", clients));
        }
        Actor otto = world.contact("Otto Other", acme, Permission.CLIENT_ADMIN);
        List<Item> items = items(world, acme, outsiders.get("suspended"), otto);
        // when
        suspend(world, outsiders.get("suspended"), acme);
        world.portal().assignments().unassign(world.admin(), World.assignmentId(outsiders.get("unassigned"), acme));
        world.portal().deletion().delete(world.admin(), World.contactId(outsiders.get("deleted")));

        // then
        outsiders.forEach((kind, person) -> items.forEach(item -> {
            if (kind.equals("deleted")) {
                softly.assertThat(outcome(world, acme, person, "find", item))
                        .as(kind)
                        .isEqualTo("sign_in_required");
            } else {
                check(softly, world, acme, person, "outsider", item, kind);
            }
        }));

        // when
        world.portal().clients().delete(world.admin(), acme.id());

        // then
        items.forEach(item -> check(softly, world, acme, otto, "outsider", item, "client deleted"));
        softly.assertAll();
    }

    @Scenario
    @Tag("rule:PR-3")
    @Tag("rule:PR-6")
    void everyCellOfTheFirmIsTheOneExpected(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Actor otto = world.contact("Otto Other", acme, Permission.CLIENT_ADMIN);
        Practice elsewhere = world.anotherPractice();
        Actor foreign = Actors.staff(
                elsewhere.id(),
                world.portal()
                        .staff()
                        .add(
                                Actors.system(elsewhere.id()),
                                new AddStaff(
                                        World.email("Fay Foreign"),
                                        "Fay Foreign",
                                        StaffRole.ADMIN,
                                        false,
                                        ClientAccess.ALL))
                        .id());
        Map<String, Actor> firm = new LinkedHashMap<>();
        firm.put("admin", world.admin());
        firm.put("member", world.member("Mia Member", acme));
        firm.put("member-out", world.member("Mo Member"));
        firm.put("foreign", foreign);
        SoftAssertions softly = new SoftAssertions();

        // then
        firm.forEach((who, actor) ->
                items(world, acme, jane, otto).forEach(item -> check(softly, world, acme, actor, who, item, "")));
        softly.assertAll();
    }

    private static int check(
            SoftAssertions softly, World world, Client client, Actor actor, String who, Item item, String note) {
        for (String action : ACTIONS) {
            String expected = Expected.outcome(who, action, item.state());
            softly.assertThat(outcome(world, client, actor, action, item))
                    .as("%s %s %s: %s", who, note, action, item)
                    .isEqualTo(expected);
            undo(world, action, expected, item);
        }
        return ACTIONS.size();
    }

    private static String outcome(World world, Client client, Actor actor, String action, Item item) {
        Portal portal = world.portal();
        Document document = item.document();
        return switch (action) {
            case "find" -> code(() -> portal.documents().get(actor, document.id()));
            case "download" -> code(() -> Bytes.of(portal.downloads().open(actor, document.id(), 0)));
            case "list" -> listed(world, client, actor, document);
            case "explain" -> code(() -> portal.explain().whoSees(actor, document.id()));
            case "show" ->
                code(() -> portal.filing()
                        .setVisible(actor, document.id(), !item.state().equals("hidden"), Optional.empty()));
            case "hold" -> code(() -> portal.filing().hold(actor, document.id(), Optional.empty()));
            case "delete" -> code(() -> portal.filing().delete(actor, document.id()));
            default -> code(() -> portal.filing().restore(actor, document.id()));
        };
    }

    private static void undo(World world, String action, String outcome, Item item) {
        if (outcome.equals("ok") && action.equals("delete")) {
            world.portal().filing().restore(world.admin(), item.document().id());
        } else if (outcome.equals("ok") && action.equals("restore")) {
            world.portal().filing().delete(world.admin(), item.document().id());
        }
    }

    private static String listed(World world, Client client, Actor actor, Document document) {
        try {
            return world.filesSeen(actor, client).contains(document.name().value()) ? "ok" : "-";
        } catch (PortalException.NotFound noSuchClient) {
            return "-";
        }
    }

    private static String added(World world, Actor actor, Client client, FolderKind kind) {
        UploadDocument command =
                UploadDocument.to(client.id(), world.folder(client, kind).id(), "added.txt");
        return code(() -> world.portal().uploads().upload(actor, command, new ByteArrayInputStream(new byte[1])));
    }

    private static String code(Supplier<?> use) {
        try {
            Object unused = use.get();
            return "ok";
        } catch (PortalException refused) {
            return refused.code().code();
        }
    }

    private static List<Item> items(World world, Client client, Actor jane, Actor otto) {
        Map<String, Actor> authors = new LinkedHashMap<>();
        authors.put("firm", world.admin());
        authors.put("jane", jane);
        authors.put("otto", otto);
        List<Item> items = new ArrayList<>();
        for (FolderKind kind : FolderKind.values()) {
            authors.forEach((author, actor) -> STATES.forEach(state -> {
                String name = kind + "-" + author + "-" + state + "-" + UUID.randomUUID();
                Document document = world.document(actor, client, kind, name);
                if (state.equals("hidden")) {
                    document =
                            world.portal().filing().setVisible(world.admin(), document.id(), false, Optional.empty());
                } else if (state.equals("trashed")) {
                    document = world.portal().filing().delete(world.admin(), document.id());
                }
                items.add(new Item(document, kind, author, state));
            }));
        }
        return items;
    }

    private static void terms(World world, Actor contact, Client client, Set<Permission> flags) {
        world.portal()
                .assignments()
                .setTerms(
                        world.admin(),
                        World.assignmentId(contact, client),
                        new Terms(flags, Relationship.OTHER),
                        Optional.empty());
    }

    private static void suspend(World world, Actor contact, Client client) {
        world.storage()
                .write(
                        Scope.of(world.practiceId()),
                        unit -> unit.assignments()
                                .update(unit.assignments()
                                        .lock(World.assignmentId(contact, client))
                                        .withSuspended(true)));
    }
}
