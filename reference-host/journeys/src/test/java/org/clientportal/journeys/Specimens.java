package org.clientportal.journeys;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Method;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.document.Document;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;

/** For each variable in the address of a page, a thing of the demo to show there, and something in every list. */
final class Specimens {
    static final String CONTACT = "joe@castellano.example";
    static final String ADMIN = "olivia@harborfinch.example";

    private static final PageRequest ALL = PageRequest.first(100);
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> values;

    private Specimens(Map<String, String> values) {
        this.values = values;
    }

    static Specimens of(LiveHost host) {
        Portal portal = host.portal();
        StaffMember olivia = portal.staff().list(Actors.system(host.practice().id())).stream()
                .filter(member -> member.email().equals(new EmailAddress(ADMIN)))
                .findFirst()
                .orElseThrow();
        Actor firm = Actors.staff(host.practice().id(), olivia.id());
        Client bakery = client(host, firm, "Joe's Bakery LLC");
        Contact joe = portal.contacts()
                .list(firm, new ContactQuery(Optional.of("joe castellano"), Optional.empty(), Instant.now(), ALL))
                .items()
                .get(0)
                .contact();
        Document receipt = portal.uploads()
                .upload(
                        Actors.contact(host.practice().id(), joe.id()),
                        UploadDocument.to(
                                bakery.id(),
                                portal.folders().list(firm, bakery.id()).get(0).id(),
                                "Oven repair, second visit.png"),
                        new ByteArrayInputStream(
                                Paper.of("Oven repair, second visit.png").bytes()));
        portal.filing()
                .delete(
                        firm,
                        portal.documents().list(firm, DocumentFilter.of(bakery.id(), ALL)).items().stream()
                                .map(row -> row.document().id())
                                .filter(id -> !id.equals(receipt.id()))
                                .findFirst()
                                .orElseThrow());
        portal.filing().hold(firm, client(host, firm, "Blake Farms").id(), Optional.of("A court asks for its records"));
        portal.clients().delete(firm, client(host, firm, "Chen Imports Inc.").id());
        String link = host.linkAskedFor(CONTACT, Duration.ofMinutes(1));
        return new Specimens(Map.of(
                "clientId", bakery.id().toString(),
                "contactId", joe.id().toString(),
                "documentId", receipt.id().toString(),
                "staffId", olivia.id().toString(),
                "token", link.substring("/in/".length()),
                "page", "1",
                "name", host.newestMail()));
    }

    private static Client client(LiveHost host, Actor firm, String name) {
        return host.portal()
                .clients()
                .list(firm, Optional.of(name), ALL)
                .items()
                .get(0);
    }

    /** Whether something is shown at this address, to one of that audience; what pages are made of is seen with them. */
    static boolean shown(Route route, Audience audience) {
        return route.method() == Method.GET
                && route.audience() == audience
                && !route.isApi()
                && !route.path().startsWith("/assets/");
    }

    /** The path of a route with every variable filled in; a variable that nothing stands for fails. */
    String path(Route route) {
        return VARIABLE.matcher(route.path()).replaceAll(variable -> {
            String value = values.get(variable.group(1));
            if (value == null) {
                throw new AssertionError("nothing to show at " + route.path());
            }
            return value;
        });
    }
}
