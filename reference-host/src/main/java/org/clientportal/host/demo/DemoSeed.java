package org.clientportal.host.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;

/**
 * Sets the demo up through the portal's own use cases, on a clock that is turned back for what lies in the past. Everything
 * is as if people had done it: audited, with real files, links that were mailed and opened.
 */
public final class DemoSeed {
    private static final int OLDEST = 730;

    private final DemoScript script = DemoScript.read();
    private final TimeMachine clock;
    private final Portal portal;
    private final DemoEntrance entrance;
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, ContactId> contacts = new HashMap<>();

    public DemoSeed(PortalStorage storage, ContentStore content, KeyRing keys, Clock now) {
        clock = new TimeMachine(now);
        entrance = new DemoEntrance();
        portal = Portal.builder()
                .storage(storage)
                .content(content)
                .clock(clock)
                .mail(keys, entrance, entrance)
                .build();
        entrance.opens(portal, keys);
    }

    /** Sets up the practice at this address; the storage must not have it yet. */
    public Practice plant(Origin origin) {
        clock.goBack(Duration.ofDays(OLDEST));
        Practice practice = portal.practices()
                .create(new CreatePractice(
                        new Slug(script.slug()),
                        script.name(),
                        origin,
                        ZoneId.of(script.timeZone()),
                        Currency.getInstance("USD"),
                        Locale.US,
                        Optional.of(script.accent()),
                        Optional.empty()));
        Actor setup = Actors.system(practice.id());
        script.clients().forEach(business -> addClient(setup, business));
        Actor firm = addStaff(setup, practice);
        script.contacts().forEach(person -> addContact(firm, person));
        script.clients().stream()
                .flatMap(business -> business.files().stream().map(paper -> new Arrival(business, paper)))
                .sorted(Comparator.comparing(
                                (Arrival arrival) -> arrival.paper().days())
                        .reversed())
                .forEach(arrival -> arrive(firm, practice, arrival));
        script.contacts().forEach(person -> entrance.letIn(clock, firm, contacts.get(person.name()), person));
        return practice;
    }

    private record Arrival(DemoScript.Business business, DemoScript.Paper paper) {}

    private void addClient(Actor setup, DemoScript.Business business) {
        Client client = portal.clients().create(setup, CreateClient.of(business.name(), business.type()));
        clients.put(business.name(), client);
        business.folders().orElse(List.of()).forEach(folder -> portal.folders().create(setup, client.id(), folder));
    }

    /** The first of the staff is whom the firm's part is played by. */
    private Actor addStaff(Actor setup, Practice practice) {
        return script.staff().stream()
                .map(member -> portal.staff()
                        .add(
                                setup,
                                new AddStaff(
                                        new EmailAddress(member.email()),
                                        member.name(),
                                        member.role(),
                                        member.impersonates(),
                                        access(member))))
                .map(member -> Actors.staff(practice.id(), member.id()))
                .toList()
                .get(0);
    }

    private ClientAccess access(DemoScript.Member member) {
        return member.clients()
                .map(names -> ClientAccess.only(
                        Set.copyOf(names.stream().map(name -> client(name).id()).toList())))
                .orElse(ClientAccess.ALL);
    }

    private void addContact(Actor firm, DemoScript.Person person) {
        Map<ClientId, Terms> terms = new HashMap<>();
        for (DemoScript.Business business : script.clients()) {
            business.contacts().stream()
                    .filter(role -> role.who().equals(person.name()))
                    .forEach(role -> terms.put(
                            client(business.name()).id(),
                            new Terms(
                                    role.permissions().orElse(Set.of()),
                                    role.label().orElse(Relationship.OTHER))));
        }
        Contact.Profile profile = new Contact.Profile(
                person.name(),
                person.email().map(EmailAddress::new),
                person.phone().map(PhoneNumber::new),
                Optional.empty(),
                Optional.empty());
        Contact contact = portal.contacts().add(firm, new AddContact(profile, terms, Optional.empty()));
        contacts.put(person.name(), contact.id());
        script.clients()
                .forEach(business -> business.contacts().stream()
                        .filter(role -> role.main() && role.who().equals(person.name()))
                        .forEach(role -> portal.assignments()
                                .makeMain(
                                        firm,
                                        new AssignmentId(
                                                contact.id(),
                                                client(business.name()).id()))));
    }

    private void arrive(Actor firm, Practice practice, Arrival arrival) {
        DemoScript.Paper paper = arrival.paper();
        Client client = client(arrival.business().name());
        // Some hours of the day apart, as if they had come during office hours.
        clock.goBack(Duration.ofDays(paper.days())
                .plusMinutes(Math.floorMod(paper.name().hashCode(), 400)));
        Folder folder = portal.folders().list(firm, client.id()).stream()
                .filter(one -> one.name().equals(paper.in()))
                .findFirst()
                .orElseThrow();
        Actor by = paper.by()
                .map(name -> Actors.contact(practice.id(), contact(name)))
                .orElse(firm);
        LocalDate date = LocalDate.ofInstant(clock.instant(), practice.zone());
        byte[] bytes = bytes(paper, client, date);
        UploadDocument upload = new UploadDocument(
                client.id(),
                folder.id(),
                new FileName(paper.name()),
                Optional.of((long) bytes.length),
                !paper.hidden(),
                Optional.of(date.getYear() - paper.back()),
                Optional.empty());
        portal.uploads().upload(by, upload, new ByteArrayInputStream(bytes));
    }

    private byte[] bytes(DemoScript.Paper paper, Client client, LocalDate date) {
        int dot = paper.name().lastIndexOf('.');
        String title = paper.name().substring(0, dot);
        String format = paper.name().substring(dot + 1);
        return format.equals("pdf")
                ? DemoPdf.print(script.name(), client.name(), title, date)
                : DemoPicture.take(title, format);
    }

    private Client client(String name) {
        return Optional.ofNullable(clients.get(name)).orElseThrow();
    }

    private ContactId contact(String name) {
        return Optional.ofNullable(contacts.get(name)).orElseThrow();
    }
}
