package org.clientportal.storage.tck;

import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.document.Document;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.session.Session;
import org.clientportal.model.staff.StaffMember;

/** Records with another unique value, which the portal itself never changes. */
final class With {
    private With() {}

    static Practice origin(Practice p, Slug slug, Origin origin, Optional<String> externalId) {
        return new Practice(
                p.id(),
                slug,
                p.name(),
                origin,
                p.zone(),
                p.currency(),
                p.locale(),
                p.settings(),
                p.accent(),
                externalId,
                p.createdAt(),
                p.version());
    }

    static StaffMember email(StaffMember m, String email) {
        return new StaffMember(
                m.id(),
                new EmailAddress(email),
                m.name(),
                m.role(),
                m.impersonates(),
                m.access(),
                m.active(),
                m.createdAt(),
                m.version());
    }

    static Client externalId(Client c, String externalId) {
        return new Client(
                c.id(),
                c.name(),
                c.type(),
                Optional.of(externalId),
                c.createdAt(),
                c.deletedAt(),
                c.hold(),
                c.version());
    }

    static Contact externalId(Contact c, String externalId) {
        return new Contact(
                c.id(),
                c.profile(),
                c.access(),
                c.billable(),
                Optional.of(externalId),
                c.createdAt(),
                c.deletedAt(),
                c.pseudonym(),
                c.version());
    }

    static Document externalId(Document d, String externalId) {
        return new Document(
                d.id(),
                d.client(),
                d.folder(),
                d.folderKind(),
                d.name(),
                d.mediaType(),
                d.size(),
                d.sha256(),
                d.content(),
                d.visible(),
                d.uploadedBy(),
                d.uploadedAt(),
                d.year(),
                d.newUntil(),
                d.trash(),
                d.hold(),
                Optional.of(externalId),
                d.version());
    }

    static Session hash(Session s, String hash) {
        return new Session(
                s.id(),
                hash,
                s.subject(),
                s.means(),
                s.createdAt(),
                s.lastSeenAt(),
                s.expiresAt(),
                s.idle(),
                s.browser(),
                s.device(),
                s.network(),
                s.endedAt(),
                s.version());
    }

    static Secret hash(Secret s, String hash) {
        return new Secret(
                s.id(),
                s.purpose(),
                s.subject(),
                s.origin(),
                hash,
                s.codeHash(),
                s.browser(),
                s.returnTo(),
                s.issuedAt(),
                s.expiresAt(),
                s.wrongCodes(),
                s.usedAt(),
                s.replacedAt(),
                s.revokedAt());
    }
}
