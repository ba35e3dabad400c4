package org.clientportal.host.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.Portal;
import org.clientportal.core.home.HomeView;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;

/** What a contact sees and does, for the client side. */
public final class PortalApi {
    private static final String DOCUMENTS = "/api/v1/portal/documents";
    private static final String DOCUMENT = DOCUMENTS + "/{documentId}";

    private final Portal portal;
    private final DocumentFiles files;

    public PortalApi(Portal portal) {
        this.portal = portal;
        this.files = new DocumentFiles(portal);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/portal/me", Audience.CONTACT, "portal.me", this::me),
                Route.get("/api/v1/portal/home", Audience.CONTACT, "portal.home", this::home)
                        .withQuery("clientId"),
                Route.get(DOCUMENTS, Audience.CONTACT, "portal.documents.list", this::list)
                        .withQuery("clientId", "folderId", "year", "search", "newOnly", "limit", "cursor"),
                Route.post(
                                "/api/v1/portal/clients/{clientId}/documents",
                                Audience.CONTACT,
                                "portal.documents.upload",
                                this::upload)
                        .withQuery("folderId", "name")
                        .streaming(),
                Route.get(DOCUMENT, Audience.CONTACT, "portal.documents.get", e -> files.get(e, e.contact())),
                Route.get(
                        DOCUMENT + "/content",
                        Audience.CONTACT,
                        "portal.documents.content",
                        e -> files.content(e, e.contact())),
                Route.delete(DOCUMENT, Audience.CONTACT, "portal.documents.delete", this::delete));
    }

    record Business(ClientId id, String name, EntityType type, Set<Permission> permissions) {
        static Business of(Grant grant) {
            return new Business(
                    grant.client().id(),
                    grant.client().name(),
                    grant.client().type(),
                    grant.assignment().permissions());
        }
    }

    record Me(ContactId id, String name, Optional<String> email, List<Business> clients) {}

    record HomeJson(
            List<BusinessName> clients,
            int newTotal,
            Map<String, Integer> newDocuments,
            List<DocumentJson> newest,
            List<DocumentJson> recentFiles) {
        record BusinessName(ClientId id, String name, EntityType type) {
            static BusinessName of(Client client) {
                return new BusinessName(client.id(), client.name(), client.type());
            }
        }

        static HomeJson of(HomeView home) {
            return new HomeJson(
                    home.businesses().stream().map(BusinessName::of).toList(),
                    home.newTotal(),
                    home.newDocuments().entrySet().stream()
                            .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)),
                    home.newest().stream().map(DocumentJson::of).toList(),
                    home.recentFiles().stream().map(DocumentJson::of).toList());
        }
    }

    private Answer me(Exchange exchange) {
        Contact self = portal.contacts().self(exchange.contact());
        List<Business> businesses = exchange.contact().known().stream()
                .flatMap(known -> known.grants().stream())
                .filter(Grant::isEffective)
                .map(Business::of)
                .toList();
        return Answer.json(
                new Me(self.id(), self.name().orElse(""), self.email().map(EmailAddress::typed), businesses));
    }

    private Answer home(Exchange exchange) {
        Optional<ClientId> client = exchange.query().value("clientId", ClientId::of);
        return Answer.json(HomeJson.of(portal.home().of(exchange.contact(), client)));
    }

    private Answer list(Exchange exchange) {
        Optional<ClientId> client = exchange.query().value("clientId", ClientId::of);
        return files.list(exchange, exchange.contact(), DocumentFiles.of(client));
    }

    private Answer upload(Exchange exchange) {
        return files.upload(exchange, exchange.contact(), ClientsApi.id(exchange), true, DOCUMENTS);
    }

    private Answer delete(Exchange exchange) {
        portal.filing().delete(exchange.contact(), DocumentFiles.id(exchange));
        return Answer.done();
    }
}
