package org.clientportal.model.access;

import java.util.Optional;
import java.util.Set;
import org.clientportal.model.contact.ContactId;

/**
 * What a visibility decision looks at in one item.
 *
 * @param released made visible, published or sent; false: hidden or a draft (DO-1, RE-1)
 * @param folder the kind of folder it lies in, for documents
 * @param author the contact who made it, if a contact did
 * @param addressees the contacts it is assigned or addressed to
 */
public record Traits(
        boolean released, Optional<FolderKind> folder, Optional<ContactId> author, Set<ContactId> addressees) {
    public Traits {
        addressees = Set.copyOf(addressees);
    }
}
