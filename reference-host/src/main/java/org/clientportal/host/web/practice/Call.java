package org.clientportal.host.web.practice;

import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.page.Asked;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.staff.StaffMember;

/** What a request of the practice side names in its address, and who makes it. */
final class Call {
    private Call() {}

    static ClientId client(Exchange exchange) {
        return Asked.path(exchange, "clientId", ClientId::of);
    }

    static ContactId contact(Exchange exchange) {
        return Asked.path(exchange, "contactId", ContactId::of);
    }

    static DocumentId document(Exchange exchange) {
        return Asked.path(exchange, "documentId", DocumentId::of);
    }

    static StaffMember member(Exchange exchange) {
        return exchange.staffSession().orElseThrow().member();
    }

    static boolean byAdmin(Exchange exchange) {
        return member(exchange).isAdmin();
    }
}
