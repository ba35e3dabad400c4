package org.clientportal.benchmarks.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.auth.Links;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Side;
import org.clientportal.auth.Visit;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Visitor;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.model.Principal;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.session.ContactSession;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.files.FileContent;

/** How many statements go to the database for what a contact asks, {@code begin} and {@code commit} not counted. */
public final class Statements {
    private Statements() {}

    /** Counts them, by what is asked. */
    @SuppressWarnings("try") // the bytes are opened, and nothing more
    public static Map<String, Integer> count(Seeded seeded, KeyRing keys, Path files) throws IOException {
        List<String> heard = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (PortalStorage storage =
                        seeded.database().storage().onStatement(heard::add).build();
                FileContent content = FileContent.open(files);
                Portal portal =
                        Portal.builder().storage(storage).content(content).build()) {
            Visitor visitor = seeded.visitors().get(0);
            String hash = keys.hash("session:contact", visitor.token());
            Document document = upload(portal, seeded, visitor);
            heard.clear();
            ContactSession session = storage.read(
                            Scope.of(seeded.practice()), view -> view.sessions().findContactSession(hash))
                    .orElseThrow();
            note(counts, "who is signed in, with all grants: on every request", heard);
            Actor she = new Actor.Contact(
                    seeded.practice(),
                    visitor.contact(),
                    Optional.of(new Actor.Known(session.contact(), session.grants())),
                    Optional.empty());
            portal.documents().list(she, DocumentFilter.of(visitor.client(), PageRequest.first(50)));
            note(counts, "documents page", heard);
            portal.home().of(she, Optional.empty());
            note(counts, "home", heard);
            portal.downloads().look(she, document.id());
            try (ReadableByteChannel opened = portal.downloads().open(she, document.id(), 0)) {
                note(counts, "download, up to the first byte", heard);
            }
            portal.downloads().completed(she, document.id());
            note(counts, "download, after the last byte", heard);
            portal.downloads().completed(she, document.id());
            note(counts, "download, after the last byte of another time", heard);
            portal.clients().list(firm(seeded), Optional.empty(), PageRequest.first(50));
            note(counts, "client list of the practice, asked by a service", heard);
            PortalAuth auth = new PortalAuth(portal.units(), keys);
            Visit visit = Visit.to(seeded.practice()).from("192.0.2.17").in("browser");
            auth.links().ask(visit, Side.CONTACT, "jane0@client.example", Optional.empty());
            note(counts, "sign-in, asking for a link", heard);
            Credential mailed = mailed(storage, seeded, keys, visitor);
            heard.clear();
            auth.links().redeem(visit, mailed.token(), Optional.empty(), false);
            note(counts, "sign-in, redeeming it in the same browser", heard);
        }
        return counts;
    }

    private static Document upload(Portal portal, Seeded seeded, Visitor visitor) {
        Actor firm = firm(seeded);
        UploadDocument upload = new UploadDocument(
                visitor.client(),
                portal.folders().list(firm, visitor.client()).get(0).id(),
                new FileName("small.txt"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        return portal.uploads().upload(firm, upload, new ByteArrayInputStream("12".getBytes(StandardCharsets.UTF_8)));
    }

    /** What the newest mail with a link carries. */
    private static Credential mailed(PortalStorage storage, Seeded seeded, KeyRing keys, Visitor visitor) {
        Principal she = Principal.of(visitor.contact());
        OutboxMessage mail = storage.read(
                Scope.of(seeded.practice()),
                view -> view.outbox().newest(Links.MAIL, Set.of(she)).get(she));
        return Credential.parse(
                new SecretBox(keys).open(mail.id(), mail.sealedSecret().orElseThrow()));
    }

    private static Actor firm(Seeded seeded) {
        return Actors.service(seeded.practice(), "benchmark");
    }

    private static void note(Map<String, Integer> counts, String what, List<String> heard) {
        counts.put(what, heard.size());
        heard.clear();
    }
}
