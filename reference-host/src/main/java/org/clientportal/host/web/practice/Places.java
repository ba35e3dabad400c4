package org.clientportal.host.web.practice;

import org.clientportal.core.outbox.Undelivered;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.staff.StaffId;

/** The addresses of the practice side: each names the client and the object, so that it can be kept and shared. */
public final class Places {
    public static final String HOME = "/practice";
    public static final String NEW_CLIENT = HOME + "/new-client";
    public static final String DELETED_CLIENTS = HOME + "/deleted-clients";
    public static final String CLIENTS = HOME + "/clients";
    public static final String CONTACTS = HOME + "/contacts";
    public static final String NEW_CONTACT = HOME + "/new-contact";
    public static final String ACTIVITY = HOME + "/activity";
    public static final String ATTENTION = HOME + "/attention";
    public static final String SETTINGS = HOME + "/settings";
    public static final String STAFF = HOME + "/staff";
    public static final String NEW_STAFF = HOME + "/new-staff";

    private Places() {}

    public static String client(ClientId client) {
        return CLIENTS + "/" + client;
    }

    /** The client's Contacts tab. */
    public static String contacts(ClientId client) {
        return client(client) + "/contacts";
    }

    /** A person at this client. */
    public static String contact(ClientId client, ContactId contact) {
        return contacts(client) + "/" + contact;
    }

    /** The client's Documents tab. */
    public static String documents(ClientId client) {
        return client(client) + "/documents";
    }

    public static String document(ClientId client, DocumentId document) {
        return documents(client) + "/" + document;
    }

    /** A person, at whatever clients. */
    public static String person(ContactId contact) {
        return CONTACTS + "/" + contact;
    }

    public static String staff(StaffId member) {
        return STAFF + "/" + member;
    }

    /** Whom a mail did not reach: a member, or a contact at the first of the clients that the reader has, if any. */
    public static String whom(Undelivered.Line line) {
        Principal to = line.message().to().orElseThrow();
        return to.staff()
                .map(Places::staff)
                .orElseGet(() -> line.grants().stream()
                        .findFirst()
                        .map(grant -> contacts(grant.client().id()))
                        .orElseGet(() -> person(to.contact().orElseThrow())));
    }
}
