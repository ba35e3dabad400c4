package org.clientportal.host.api;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Practice;
import org.clientportal.testkit.World;

/** One thing of every kind that has an id, at one client of one practice; by the name of the variable that stands for it. */
record Estate(Client client, Contact contact, Map<String, String> ids) {
    static Estate at(Portal portal, Practice practice, String person) {
        Actor firm = Actors.service(practice.id(), "sweep");
        Client client = portal.clients().create(firm, CreateClient.of("Estate of " + person, EntityType.OTHER));
        Contact contact = portal.contacts()
                .addToClient(
                        firm,
                        client.id(),
                        Contact.Profile.of(person, Optional.of(World.email(person))),
                        Terms.of(Permission.CLIENT_ADMIN));
        Folder folder = portal.folders().list(firm, client.id()).stream()
                .filter(one -> one.kind() == FolderKind.ORDINARY)
                .findFirst()
                .orElseThrow();
        Document document = portal.uploads()
                .upload(
                        firm,
                        UploadDocument.to(client.id(), folder.id(), "a.txt"),
                        new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));
        return new Estate(
                client,
                contact,
                Map.of(
                        "clientId", client.id().toString(),
                        "contactId", contact.id().toString(),
                        "folderId", folder.id().toString(),
                        "documentId", document.id().toString()));
    }

    /** Names what there never was. */
    static String random() {
        return UUID.randomUUID().toString();
    }
}
