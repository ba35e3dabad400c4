package org.clientportal.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.memory.MemoryContent;
import org.clientportal.storage.memory.MemoryStorage;

/** A practice, a client, a person who may see its files but not its tax folders, and what she sees. */
public final class EmbedIn20Lines {
    private EmbedIn20Lines() {}

    public static void main(String[] args) {
        Portal portal = Portal.builder()
                .storage(MemoryStorage.create())
                .content(MemoryContent.create())
                .build();
        Practice practice = portal.practices()
                .create(CreatePractice.of("miller", "Miller & Partners", "https://portal.miller.example"));
        Actor firm = Actors.service(practice.id(), "my-product");
        Client bakery = portal.clients().create(firm, CreateClient.of("Joe's Bakery", EntityType.COMPANY));
        Contact jane = portal.contacts()
                .addToClient(
                        firm,
                        bakery.id(),
                        Contact.Profile.of("Jane Doe", "jane@bakery.example"),
                        Terms.of(Permission.FILES));
        for (Folder folder : portal.folders().list(firm, bakery.id())) {
            String name = folder.kind() == FolderKind.ORDINARY ? "Balance sheet.txt" : folder.name() + ".txt";
            UploadDocument upload = UploadDocument.to(bakery.id(), folder.id(), name);
            portal.uploads().upload(firm, upload, new ByteArrayInputStream("1,000.00".getBytes(UTF_8)));
        }
        Actor she = Actors.contact(practice.id(), jane.id());
        portal.documents()
                .list(she, DocumentFilter.all(PageRequest.first(50)))
                .items()
                .forEach(row -> System.out.println("Jane sees " + row.document().name()));
    }
}
