package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.notify.Mail;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who a message goes to is decided at the moment of sending. */
@Tag("rule:NO-1")
class AddresseeTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Client beta = post.world.client("Beta");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

    @Test
    @Tag("rule:NO-4")
    void aNoticeGoesToAContactWithAccessToThatClient() {
        assertThat(afterNotice(jane, acme)).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("rule:NO-4")
    void aNoticeAboutAnotherClientIsDropped() {
        assertThat(afterNotice(jane, beta)).isEqualTo(DeliveryState.DROPPED);
    }

    @Test
    @Tag("rule:IN-10")
    void withoutAnEmailAddressItFailsAndSaysSo() {
        // given
        MessageId link = post.link(jane);

        // when
        post.change(jane, contact -> contact.changed(Contact.Profile.of("Jane Doe", Optional.empty()), true));
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(post.stored(link).failure()).contains("The recipient has no email address.");
    }

    @Test
    @Tag("promise:P23")
    void itGoesToTheAddressThatIsStoredAtTheMomentOfSending() {
        // given
        MessageId link = post.link(jane);

        // when
        post.change(
                jane,
                contact -> contact.changed(Contact.Profile.of("Jane Roe", Optional.of(World.email("Jane Roe"))), true));
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.SENT);
        assertThat(post.notifier.mails()).extracting(Mail::toName).containsExactly("Jane Roe");
        assertThat(post.notifier.mails()).extracting(Mail::to).containsExactly(World.email("Jane Roe"));
    }

    @Test
    @Tag("rule:PR-3")
    void aMemberGetsNoticesOfTheClientsInReachOnly() {
        // given
        Actor member = post.world.member("Max Member", acme);

        // when, then
        assertThat(afterNotice(member, acme)).isEqualTo(DeliveryState.SENT);
        assertThat(afterNotice(member, beta)).isEqualTo(DeliveryState.DROPPED);
    }

    @Test
    @Tag("rule:NO-4")
    void aNoticeAboutNoClientInParticularGoesToWhoeverHasOne() {
        // given
        MessageId first = post.message(Lane.NOTICE, "digest", jane).commit();
        post.deliver(Lane.NOTICE);
        post.world
                .portal()
                .assignments()
                .setClients(post.world.admin(), jane.id(), Map.of(beta.id(), new Terms(Set.of(), Relationship.OWNER)));

        // when
        MessageId second = post.message(Lane.NOTICE, "digest", jane).commit();
        post.deliver(Lane.NOTICE);

        // then
        assertThat(post.stored(first).state()).isEqualTo(DeliveryState.SENT);
        assertThat(post.stored(second).state()).isEqualTo(DeliveryState.SENT);
        assertThat(afterNotice(jane, acme)).isEqualTo(DeliveryState.DROPPED);
    }

    private MessageId notice(Actor to, Client about) {
        return post.message(Lane.NOTICE, "documents_added", to).about(about).commit();
    }

    private DeliveryState afterNotice(Actor to, Client about) {
        MessageId notice = notice(to, about);
        post.deliver(Lane.NOTICE);
        return post.stored(notice).state();
    }
}
