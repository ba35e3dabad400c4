package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.core.Actor;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who lost access between the queueing and the sending gets no notice. */
@Tag("rule:NO-1")
class AccessAtSendingTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

    @Test
    @Tag("rule:NO-4")
    void whoWasSuspendedMeanwhileGetsNoNotice() {
        // given
        MessageId notice = notice(jane, acme);

        // when
        post.units.write(post.world.admin(), work -> {
            Assignment assignment = work.unit().assignments().lock(new AssignmentId(jane.id(), acme.id()));
            return work.unit().assignments().update(assignment.withSuspended(true));
        });
        post.deliver(Lane.NOTICE);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.notifier.accepted()).isEmpty();
    }

    @Test
    @Tag("rule:NO-4")
    void whoseAccessWasRemovedGetsNeitherNoticeNorLink() {
        // given
        MessageId notice = notice(jane, acme);
        MessageId link = post.link(jane);

        // when
        post.change(jane, contact -> contact.withAccess(contact.access().revoked()));
        post.deliver(Lane.NOTICE);
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.notifier.accepted()).isEmpty();
    }

    @Test
    void aSecurityNoticeGoesAlsoToWhoeverLostAccess() {
        // given
        post.change(jane, contact -> contact.withAccess(contact.access().revoked()));
        MessageId told = post.security("password_changed", jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(told).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("rule:NO-4")
    void whoWasNeverInvitedGetsNoNoticeAndALinkAllTheSame() {
        // given
        post.change(jane, contact -> contact.withAccess(PortalAccess.NONE));
        MessageId notice = notice(jane, acme);
        MessageId link = post.link(jane);

        // when
        post.deliver(Lane.NOTICE);
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whoWasDeletedMeanwhileGetsNothing() {
        // given
        MessageId link = post.link(jane);

        // when
        post.change(jane, contact -> contact.erased(1, post.units.now()));
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.notifier.accepted()).isEmpty();
    }

    @Test
    void aMemberWhoseAccountWasDisabledGetsNothing() {
        // given
        Actor.Staff member = (Actor.Staff) post.world.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);
        MessageId link = post.link(member);

        // when
        post.units.write(post.world.admin(), work -> {
            StaffMember old = work.unit().staff().lock(member.id());
            return work.unit().staff().update(old.withRole(StaffRole.MEMBER, false, false));
        });
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.DROPPED);
    }

    private MessageId notice(Actor to, Client about) {
        return post.message(Lane.NOTICE, "documents_added", to).about(about).commit();
    }
}
