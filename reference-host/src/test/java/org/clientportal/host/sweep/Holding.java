package org.clientportal.host.sweep;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.clientportal.auth.Redeemed;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
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
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.World;

/**
 * One thing of every kind that has an id, at a client of its own: a contact with every right there and a member of the staff
 * who reaches nothing else, both signed in, a folder, a file of the contact's.
 *
 * @param ids what a request can name, by the word that stands for it in a path, a query or a body
 */
record Holding(Practice practice, Client client, Contact contact, Guest owner, Guest member, Map<String, String> ids) {
    /** A part of every name; it stands on no page as it is. */
    static final String MARKUP = "<u id=planted>";

    /** A part of every name too; a statement that it stood in as it is would be another one. */
    static final String STATEMENT = "';--";

    /** One dot. */
    private static final byte[] PICTURE = picture();

    /** Names what there never was. */
    static String random() {
        return UUID.randomUUID().toString();
    }

    static Holding at(Site site, Practice practice) {
        Actor firm = Actors.service(practice.id(), "sweep");
        Client client = site.portal
                .clients()
                .create(firm, CreateClient.of(site.name("Client") + MARKUP + STATEMENT, EntityType.OTHER));
        String person = site.name("Contact");
        Contact contact = site.portal
                .contacts()
                .addToClient(
                        firm,
                        client.id(),
                        Contact.Profile.of(person + MARKUP + STATEMENT, Optional.of(World.email(person))),
                        Terms.of(Permission.CLIENT_ADMIN));
        Redeemed.SignedIn owner = site.signIn(practice, contact);
        StaffMember staff = site.staff(practice, StaffRole.MEMBER, ClientAccess.only(Set.of(client.id())));
        Redeemed.SignedIn member = site.signIn(practice, staff);
        Folder folder = site.portal.folders().list(firm, client.id()).stream()
                .filter(one -> one.kind() == FolderKind.ORDINARY)
                .findFirst()
                .orElseThrow();
        Document document = site.portal
                .uploads()
                .upload(
                        Actors.contact(practice.id(), contact.id()),
                        UploadDocument.to(client.id(), folder.id(), "a" + MARKUP + STATEMENT + ".png"),
                        new ByteArrayInputStream(PICTURE));
        site.auth.links().send(firm, contact.id());
        Map<String, String> ids = new HashMap<>();
        ids.put("clientId", client.id().toString());
        ids.put("contactId", contact.id().toString());
        ids.put("folderId", folder.id().toString());
        ids.put("documentId", document.id().toString());
        ids.put("staffId", staff.id().toString());
        ids.put("sessionId", owner.session().id().toString());
        ids.put("staffSessionId", member.session().id().toString());
        ids.put("token", site.tokenMailedTo(World.email(person)));
        return new Holding(
                practice, client, contact, site.guest(practice, owner), site.guest(practice, member), Map.copyOf(ids));
    }

    Actor firm() {
        return Actors.service(practice.id(), "sweep");
    }

    /** The email address of its contact. */
    String email() {
        return contact.profile().orElseThrow().email().orElseThrow().typed();
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
