package org.clientportal.host.demo;

import java.time.Duration;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Visit;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notice;
import org.clientportal.core.notify.Notifier;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.ContactId;
import org.jspecify.annotations.Nullable;

/** Plays the people who were sent a link: takes it from the mail and opens it. Nothing leaves the program. */
final class DemoEntrance implements Messages, Notifier {
    private @Nullable Portal portal;
    private @Nullable PortalAuth auth;
    private String newest = "";

    void opens(Portal what, KeyRing keys) {
        portal = what;
        auth = new PortalAuth(what.units(), keys);
    }

    /** Brings a contact as far as the script says. */
    void letIn(TimeMachine clock, Actor firm, @Nullable ContactId id, DemoScript.Person person) {
        if (portal == null || auth == null || id == null || person.access().isEmpty()) {
            return;
        }
        AccessState wanted = person.access().get();
        boolean signsIn = wanted == AccessState.ACTIVE || wanted == AccessState.REVOKED;
        clock.goBack(Duration.ofDays(signsIn ? 3 : 6));
        auth.links().send(firm, id);
        portal.runJobsOnce();
        if (signsIn) {
            auth.links().redeem(Visit.to(firm.practice()), newest, person.email(), false);
        }
        if (wanted == AccessState.REVOKED) {
            auth.invitations().revoke(firm, id);
        }
    }

    @Override
    public Mail render(Notice notice) {
        newest = notice.credential().map(Credential::token).orElse("");
        return new Mail(
                notice.id(),
                notice.practice().name(),
                notice.to().name(),
                notice.to().email(),
                notice.kind(),
                "",
                "");
    }

    @Override
    public void send(Mail mail) {}
}
