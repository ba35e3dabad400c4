package org.clientportal.storage.tck;

import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.staff.StaffMember;

/** One of each thing that others refer to, of one practice. */
record Family(StaffMember staff, Client client, Contact contact, Folder folder, Document document) {
    static Family of(Samples samples) {
        Client client = samples.client("Diner");
        Folder folder = samples.folder(client, "Receipts");
        Document document = samples.document(folder, "receipt.pdf");
        return new Family(samples.staff("Ada"), client, samples.contact("Joe"), folder, document);
    }
}
