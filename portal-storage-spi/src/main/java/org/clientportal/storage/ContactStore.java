package org.clientportal.storage;

import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;

/** Keeps contacts; emails are unique among the practice's living ones, in canonical form (CC-8). */
public interface ContactStore extends ContactReader, RecordStore<ContactId, Contact> {}
