package org.clientportal.example.guice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.PageRequest;

/** Puts reports of the product's own into its clients' files. */
final class Reports {
    private final Portal portal;

    @Inject
    Reports(Portal portal) {
        this.portal = portal;
    }

    /**
     * Adds a report to the files of one of the product's clients, known by the product's own number.
     *
     * @return the names of all files there, the newest first
     */
    List<String> handOver(String number, String name) {
        Actor product = Actors.service(practice().id(), "reports");
        Client client = client(product, number, name);
        Folder general = portal.folders().list(product, client.id()).stream()
                .filter(folder -> folder.kind() == FolderKind.ORDINARY)
                .findFirst()
                .orElseThrow();
        UploadDocument report = UploadDocument.to(client.id(), general.id(), "Report.txt");
        portal.uploads().upload(product, report, new ByteArrayInputStream("all is well".getBytes(UTF_8)));
        return portal.documents().list(product, DocumentFilter.of(client.id(), PageRequest.first(10))).items().stream()
                .map(row -> row.document().name().toString())
                .toList();
    }

    private Practice practice() {
        return portal.practices()
                .bySlug(new Slug("miller"))
                .orElseGet(() -> portal.practices()
                        .create(CreatePractice.of("miller", "Miller & Partners", "https://portal.miller.example")));
    }

    private Client client(Actor product, String number, String name) {
        try {
            return portal.clients().getByExternalId(product, number);
        } catch (PortalException.NotFound fresh) {
            return portal.clients().create(product, new CreateClient(name, EntityType.COMPANY, Optional.of(number)));
        }
    }
}
