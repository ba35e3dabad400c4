package org.clientportal.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.secret.Secret;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.World;

/** The person of a story, in the portal itself. */
final class StoryHero {
    /** How much time passes, by the choice of the story. */
    static final List<Duration> TIMES = List.of(
            Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1).plusNanos(1_000), Duration.ofHours(12));

    private final World world;
    private final Door door;
    private final Client client;
    private final Actor person;
    private final String name;
    private final List<String> links = new ArrayList<>();
    private final List<Document> files = new ArrayList<>();

    StoryHero(World world, String name) {
        this.world = world;
        this.name = name;
        door = new Door(world);
        client = world.client("Client of " + name);
        person = world.contact(name, client);
    }

    /** Does a step and says what came of it: {@code ok}, a result or the code of a refusal. */
    String does(StoryStep step, int choice) {
        try {
            return done(step, choice);
        } catch (PortalException refused) {
            return refused.code().code();
        }
    }

    private String done(StoryStep step, int choice) {
        switch (step) {
            case INVITE -> {
                return door.auth
                        .invitations()
                        .invite(world.admin(), client.id(), List.of(World.contactId(person)), Optional.empty())
                        .get(0)
                        .code();
            }
            case SEND_LINK -> {
                door.auth.links().send(world.admin(), World.contactId(person));
                links.add(door.carried(person.principal(), Links.MAIL).token());
            }
            case SIGN_IN_NEWEST -> signIn(links.size() - 1);
            case SIGN_IN_OLDER -> signIn(links.size() - 2);
            case REVOKE -> door.auth.invitations().revoke(world.admin(), World.contactId(person));
            case DELETE_PERSON -> world.portal().deletion().delete(world.admin(), World.contactId(person));
            case GIVE_FILES -> terms(Terms.of(Permission.FILES));
            case TAKE_FILES -> terms(Terms.BASE);
            case UPLOAD -> files.add(world.document(person, client, FolderKind.ORDINARY, "file"));
            case DELETE_NEWEST_FILE -> world.portal().filing().delete(person, newestFile());
            case DOWNLOAD_NEWEST_FILE -> Bytes.of(world.portal().downloads().open(person, newestFile(), 0));
            case SIGN_OUT_EVERYWHERE -> door.auth.sessions().endAll(person);
            case TIME_PASSES -> world.clock().forward(TIMES.get(choice));
        }
        return "ok";
    }

    int liveLinks() {
        return (int) door.outstandingLinks(person).stream()
                .filter(secret -> secret.at(world.clock().instant()) == Secret.State.LIVE)
                .count();
    }

    int liveSessions() {
        return door.read(view ->
                        view.sessions().live(person.principal(), world.clock().instant()))
                .size();
    }

    /** How many files the firm finds, outside the trash and in it. */
    int documents() {
        DocumentFilter all = DocumentFilter.of(client.id(), PageRequest.first(100));
        return world.portal().documents().list(world.admin(), all).items().size()
                + world.portal()
                        .documents()
                        .trash(world.admin(), client.id(), PageRequest.first(100))
                        .items()
                        .size();
    }

    private void signIn(int link) {
        String token = link < 0 ? "no-link-at-all" : links.get(link);
        door.auth
                .links()
                .redeem(
                        Visit.to(world.practiceId()),
                        token,
                        Optional.of(World.email(name).typed()),
                        false);
    }

    private void terms(Terms terms) {
        world.portal()
                .assignments()
                .setTerms(world.admin(), World.assignmentId(person, client), terms, Optional.empty());
    }

    private DocumentId newestFile() {
        return files.isEmpty()
                ? new DocumentId(new UUID(7, 7))
                : files.get(files.size() - 1).id();
    }
}
