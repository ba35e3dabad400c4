package org.clientportal.storage.tck;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.storage.Scope;
import org.clientportal.storage.UniqueKey;
import org.clientportal.storage.WriteUnit;

/** Makes records that want the same unique value and have nothing else in common that is unique. */
final class Rivals {
    /** One such record: where and how it is inserted. */
    record Rival(Scope scope, Consumer<WriteUnit> insert) {}

    private final Samples samples;
    private final Family family;
    private final UniqueKey key;
    private final String value = "v" + UUID.randomUUID();
    private final FolderId folder = new FolderId(UUID.randomUUID());
    private int made;

    Rivals(Samples samples, Family family, UniqueKey key) {
        this.samples = samples;
        this.family = family;
        this.key = key;
    }

    Rival next() {
        made++;
        String name = "Bills " + made;
        String email = email();
        String folderName = folderName();
        Principal joe = Principal.of(family.contact().id());
        return switch (key) {
            case ID ->
                in(unit ->
                        unit.folders().insert(new Folder(folder, family.client().id(), FolderKind.ORDINARY, name, 0)));
            case PRACTICE_SLUG ->
                practice(new Slug(value), Samples.anyPractice().origin(), Optional.empty());
            case PRACTICE_HOST ->
                practice(
                        Samples.anyPractice().slug(),
                        new Origin("https://" + value + ".example:" + made),
                        Optional.empty());
            case PRACTICE_EXTERNAL_ID ->
                practice(Samples.anyPractice().slug(), Samples.anyPractice().origin(), Optional.of(value));
            case STAFF_EMAIL -> in(unit -> unit.staff().insert(With.email(samples.staff("Ada"), email)));
            case CLIENT_EXTERNAL_ID ->
                in(unit -> unit.clients().insert(With.externalId(samples.client("Diner"), value)));
            case CONTACT_EMAIL -> in(unit -> unit.contacts().insert(samples.contact("Joe", email)));
            case CONTACT_EXTERNAL_ID ->
                in(unit -> unit.contacts().insert(With.externalId(samples.contact("Joe"), value)));
            case CONTACT_PSEUDONYM ->
                in(unit -> unit.contacts().insert(samples.contact("Joe").erased(1, Samples.NOW)));
            case MAIN_CONTACT -> in(this::insertMainContact);
            case FOLDER_NAME -> in(unit -> unit.folders().insert(samples.folder(family.client(), folderName)));
            case DOCUMENT_EXTERNAL_ID ->
                in(unit -> unit.documents().insert(With.externalId(samples.document(family.folder(), "a.pdf"), value)));
            case SESSION_HASH -> in(unit -> unit.sessions().insert(With.hash(samples.session(joe), value)));
            case SECRET_HASH ->
                in(unit -> unit.secrets().insert(With.hash(samples.secret(joe, SecretPurpose.MAGIC_LINK), value)));
            case AUDIT_SEAL -> in(unit -> insertSeal(unit, joe));
        };
    }

    private Rival in(Consumer<WriteUnit> insert) {
        return new Rival(samples.scope(), insert);
    }

    private static Rival practice(Slug slug, Origin origin, Optional<String> externalId) {
        Practice practice = With.origin(Samples.anyPractice(), slug, origin, externalId);
        return new Rival(Scope.of(practice.id()), unit -> unit.practices().insert(practice));
    }

    /** Written in one way or another, and still the same address. */
    private String email() {
        return (made % 2 == 0 ? "Joe.Doe@" : "jOE.dOE@") + value + ".example";
    }

    /** Two names that fold alike. */
    private String folderName() {
        return made % 2 == 0 ? "\u00C9t\u00E9" : "ETE";
    }

    private void insertMainContact(WriteUnit unit) {
        Contact contact = samples.contact("Joe");
        unit.contacts().insert(contact);
        unit.assignments().insert(samples.assignment(contact, family.client()).withMain(true));
    }

    private void insertSeal(WriteUnit unit, Principal actor) {
        AuditRecord happened = samples.audit("client_created", actor, Samples.NOW);
        unit.audit().append(happened);
        unit.audit().seal(new AuditSeal(happened.id(), 1, samples.sha256()));
    }
}
