package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.model.Principal;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.World;

/** Signing in to a scenario's world: what people see in their mails and browsers, and what is kept of it. */
final class Door {
    static final PageRequest ALL = PageRequest.first(500);

    final World world;
    final KeyRing keys = ring("k1");
    final PortalAuth auth;

    Door(World world) {
        this.world = world;
        this.auth = anotherNode();
    }

    /** A second process on the same storage, with the same keys. */
    PortalAuth anotherNode() {
        return new PortalAuth(world.portal().units(), keys);
    }

    /** A ring of these keys, the current first; the same key for the same id. */
    static KeyRing ring(String... ids) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String id : ids) {
            keys.put(id, Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), 32));
        }
        return new KeyRing(keys);
    }

    // Given

    /** A contact with access, who has signed in before or not: invited a moment ago. */
    Actor invited(String name, Client client) {
        Actor person = world.contact(name, client);
        auth.invitations().invite(world.admin(), client.id(), List.of(World.contactId(person)), Optional.empty());
        return person;
    }

    void admission(Admission admission) {
        PracticeSettings now = settings();
        change(new PracticeSettings(
                admission, now.means(), now.sessions(), now.deleteWindow(), now.maxUpload(), now.invitationText()));
    }

    void means(SignInMeans... means) {
        PracticeSettings now = settings();
        change(new PracticeSettings(
                now.admission(),
                Set.of(means),
                now.sessions(),
                now.deleteWindow(),
                now.maxUpload(),
                now.invitationText()));
    }

    void sessions(SessionLimits limits) {
        PracticeSettings now = settings();
        change(new PracticeSettings(
                now.admission(), now.means(), limits, now.deleteWindow(), now.maxUpload(), now.invitationText()));
    }

    void suspend(Actor person, Client client) {
        write(unit -> {
            AssignmentId id = World.assignmentId(person, client);
            return unit.assignments().update(unit.assignments().lock(id).withSuspended(true));
        });
    }

    /** The newest mail of a kind to somebody came to a bad end. */
    void fails(Actor person, String kind, String why) {
        OutboxMessage mail = newest(person.principal(), kind).orElseThrow();
        write(unit -> unit.outbox()
                .update(mail.settled(
                        DeliveryState.FAILED, Optional.of(why), world.clock().instant())));
    }

    /** Gives a person, who was never invited, another address. */
    void moves(Actor person) {
        Contact.Profile elsewhere = Contact.Profile.of("Somebody", "elsewhere@people.example");
        world.portal().contacts().change(world.admin(), World.contactId(person), elsewhere, true, Optional.empty());
    }

    // When

    /** This browser at the practice's door. */
    Visit browser(String name) {
        return Visit.to(world.practiceId()).in(name + "-browser-token").from("203.0.113.7");
    }

    void asks(Visit visit, String name) {
        auth.links().ask(visit, Side.CONTACT, World.email(name).typed(), Optional.empty());
    }

    /** Asks for a link and opens it in the same browser. */
    Redeemed.SignedIn signsIn(Visit visit, String name) {
        asks(visit, name);
        return opens(visit, mailTo(name).token());
    }

    Redeemed.SignedIn opens(Visit visit, String token) {
        return signedIn(auth.links().redeem(visit, token, Optional.empty(), false));
    }

    Redeemed.SignedIn opens(Visit visit, String token, String name) {
        return signedIn(
                auth.links().redeem(visit, token, Optional.of(World.email(name).typed()), false));
    }

    Redeemed.SignedIn types(Visit visit, String name, String code) {
        return auth.codes().redeem(visit, Side.CONTACT, World.email(name).typed(), code, false);
    }

    // Then

    /** What the newest link mail to the contact of this name carries. */
    Credential mailTo(String name) {
        return carried(person(name), Links.MAIL);
    }

    Credential invitationTo(String name) {
        return carried(person(name), Invitations.MAIL);
    }

    Credential carried(Principal person, String kind) {
        OutboxMessage message = newest(person, kind).orElseThrow();
        String sealed = message.sealedSecret().orElseThrow();
        return Credential.parse(new SecretBox(keys).open(message.id(), sealed));
    }

    Optional<OutboxMessage> newest(Principal person, String kind) {
        return read(view ->
                Optional.ofNullable(view.outbox().newest(kind, Set.of(person)).get(person)));
    }

    /** Every mail that waits to be sent, the newest first. */
    List<OutboxMessage> queued() {
        return read(view -> view.outbox().list(DeliveryState.QUEUED, ALL).items());
    }

    int queuedTo(Actor person) {
        return (int) queued().stream()
                .filter(mail -> mail.to().equals(Optional.of(person.principal())))
                .count();
    }

    Contact contact(Actor person) {
        return read(view -> view.contacts().find(World.contactId(person)).orElseThrow());
    }

    Secret secret(String token) {
        return read(view -> view.secrets().findByHash(keys.hash("link", token)).orElseThrow());
    }

    List<Secret> outstandingLinks(Actor person) {
        return read(view -> view.secrets().outstanding(person.principal(), SecretPurpose.MAGIC_LINK));
    }

    LinkView.State stateOf(String token) {
        return auth.links().look(Visit.to(world.practiceId()), token).state();
    }

    List<String> history(Actor person) {
        return auth.history().contact(world.admin(), World.contactId(person), ALL).items().stream()
                .map(SignInAttempt::outcome)
                .toList();
    }

    List<SignInAttempt> unknown() {
        return auth.history().unknown(world.admin(), ALL).items();
    }

    boolean isSignedIn(Redeemed.SignedIn signedIn) {
        return auth.sessions().contact(world.practiceId(), signedIn.token()).isPresent();
    }

    void thenOneLiveSession(Actor person) {
        assertThat(auth.sessions().own(person)).hasSize(1);
    }

    /** A code that is not this one. */
    static String not(String code) {
        return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
    }

    <T> T read(Function<ReadView, T> work) {
        return world.storage().read(Scope.of(world.practiceId()), work);
    }

    <T> T write(Function<WriteUnit, T> work) {
        return world.storage().write(Scope.of(world.practiceId()), work);
    }

    private Principal person(String name) {
        ContactId id = read(view ->
                view.contacts().findByEmail(World.email(name)).orElseThrow().id());
        return Principal.of(id);
    }

    private static Redeemed.SignedIn signedIn(Redeemed redeemed) {
        assertThat(redeemed).isInstanceOf(Redeemed.SignedIn.class);
        return (Redeemed.SignedIn) redeemed;
    }

    private PracticeSettings settings() {
        return world.portal().practices().own(world.admin()).settings();
    }

    private void change(PracticeSettings settings) {
        world.portal().practices().changeSettings(world.admin(), settings, Optional.empty());
    }

    /** Everything kept of these things, as text. */
    String kept() {
        List<String> all = new ArrayList<>();
        queued().forEach(mail -> all.add(mail.toString()));
        unknown().forEach(attempt -> all.add(attempt.toString()));
        world.audit().forEach(record -> all.add(record.toString()));
        return String.join("\n", all);
    }
}
