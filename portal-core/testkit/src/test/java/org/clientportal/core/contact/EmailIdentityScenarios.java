package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Spellings of one mailbox are one contact; different mailboxes are two. */
class EmailIdentityScenarios {
    @Scenario
    @Tag("rule:CC-8")
    void spellingsOfOneMailboxAreOneContact(World world) {
        // given
        Client acme = world.client("Acme");
        add(world, acme, "Jos\u00e9@M\u00fcnchen.example").isDone();

        // then
        add(world, acme, "  JOS\u00c9@m\u00fcnchen.EXAMPLE ").isRefused(CoreError.CONTACT_EXISTS);
        add(world, acme, "jose\u0301@xn--mnchen-3ya.example").isRefused(CoreError.CONTACT_EXISTS);
    }

    @Scenario
    @Tag("rule:CC-8")
    void plusTagsDotsAndSharpSAreOtherMailboxes(World world) {
        // given
        Client acme = world.client("Acme");
        add(world, acme, "janedoe@fass.de").isDone();

        // then
        add(world, acme, "jane.doe@fass.de").isDone();
        add(world, acme, "janedoe+tax@fass.de").isDone();
        add(world, acme, "janedoe@xn--fa-hia.de").isDone();
    }

    @Scenario
    @Tag("rule:CC-8")
    void theSpellingMayBeCorrectedByAnybody(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        Contact jane = add(world, acme, "jane@people.example").isDone();

        // when
        Contact.Profile corrected = Contact.Profile.of("Jane", Optional.of(new EmailAddress("Jane@People.example")));
        Contact changed = world.portal().contacts().change(mia, jane.id(), corrected, true, Optional.empty());

        // then
        assertThat(changed.email().map(EmailAddress::typed)).contains("Jane@People.example");
    }

    private static Outcome<Contact> add(World world, Client client, String email) {
        Contact.Profile profile = Contact.Profile.of("Somebody", Optional.of(new EmailAddress(email)));
        return world.when(() -> world.portal().contacts().addToClient(world.admin(), client.id(), profile, Terms.BASE));
    }
}
