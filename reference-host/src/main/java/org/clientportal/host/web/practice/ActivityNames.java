package org.clientportal.host.web.practice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.unit.Reading;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.staff.StaffId;

/**
 * Today's names of what records hold as ids (AU-1): records never hold a name, so a person who was erased is a number here
 * (DE-3), and what is purged has no name at all.
 */
final class ActivityNames {
    private final Texts t;
    private final Map<String, String> names;

    private ActivityNames(Texts t, Map<String, String> names) {
        this.t = t;
        this.names = names;
    }

    /** Looks up all names of a page at once; for administrators. */
    static ActivityNames of(Portal portal, Actor admin, List<AuditRecord> records, Texts t) {
        return portal.units().read(admin, reading -> {
            reading.admin();
            return new ActivityNames(t, names(reading, records, t));
        });
    }

    /** Who did it. */
    String actor(Principal principal) {
        return switch (principal.kind()) {
            case STAFF, CONTACT -> names.getOrDefault(principal.key(), t.get("author.unknown"));
            case SERVICE -> t.find("activity.service." + principal.key()).orElse(principal.key());
            case SYSTEM -> t.get("activity.portal");
        };
    }

    /** What it was done to; "something" of its kind where that has no name any more. */
    String object(AuditRecord record) {
        return names.getOrDefault(
                record.objectId(), t.find("activity.some." + record.object()).orElse(""));
    }

    /** The client's name; empty if it has none any more. */
    String client(ClientId id) {
        return names.getOrDefault(id.toString(), "");
    }

    private static Map<String, String> names(Reading reading, List<AuditRecord> records, Texts t) {
        Set<StaffId> staff = new HashSet<>();
        Set<ContactId> contacts = new HashSet<>();
        Set<ClientId> clients = new HashSet<>();
        Set<DocumentId> documents = new HashSet<>();
        Set<FolderId> folders = new HashSet<>();
        for (AuditRecord record : records) {
            record.actor().staff().ifPresent(staff::add);
            record.actor().contact().ifPresent(contacts::add);
            record.client().ifPresent(clients::add);
            switch (record.object()) {
                case "staff" -> staff.add(StaffId.of(record.objectId()));
                case "contact" -> {
                    contacts.add(ContactId.of(record.objectId()));
                    // A link that staff asked for is told under their id.
                    staff.add(StaffId.of(record.objectId()));
                }
                case "client" -> clients.add(ClientId.of(record.objectId()));
                case "document" -> documents.add(DocumentId.of(record.objectId()));
                case "folder" -> folders.add(FolderId.of(record.objectId()));
                default -> {}
            }
        }
        Map<String, String> names = new HashMap<>();
        reading.view().staff().findAll(staff).forEach((id, member) -> names.put(id.toString(), member.name()));
        reading.view()
                .contacts()
                .findAll(contacts)
                .forEach((id, contact) -> names.put(id.toString(), name(contact, t)));
        reading.view().clients().findAll(clients).forEach((id, client) -> names.put(id.toString(), client.name()));
        reading.view()
                .documents()
                .findAll(documents)
                .forEach((id, document) ->
                        names.put(id.toString(), document.name().value()));
        reading.view().folders().findAll(folders).forEach((id, folder) -> names.put(id.toString(), folder.name()));
        return names;
    }

    private static String name(Contact contact, Texts t) {
        return contact.name()
                .or(() -> contact.pseudonym().map(number -> t.get("practice.author.unknown", number)))
                .orElseGet(() -> t.get("author.unknown"));
    }
}
