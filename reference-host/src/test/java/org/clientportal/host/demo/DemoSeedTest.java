package org.clientportal.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.home.HomeView;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.memory.MemoryContent;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

class DemoSeedTest {
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final PageRequest ALL = PageRequest.first(500);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryStorage storage = MemoryStorage.create();
    private final MemoryContent content = MemoryContent.create();
    private final Practice practice =
            new DemoSeed(storage, content, KeyRing.random("k1"), clock).plant(new Origin("http://localhost:8080"));
    private final Portal portal =
            Portal.builder().storage(storage).content(content).clock(clock).build();
    private final Actor firm = Actors.service(practice.id(), "test");

    @Test
    void practiceIsAsBigAsItIsSaidToBe() {
        long documents = portal.clients().list(firm, Optional.empty(), ALL).items().stream()
                .flatMap(client -> portal.documents().list(firm, DocumentFilter.of(client.id(), ALL)).items().stream())
                .count();

        assertThat(portal.staff().list(firm)).hasSize(3);
        assertThat(portal.clients().list(firm, Optional.empty(), ALL).items()).hasSize(12);
        assertThat(people()).hasSize(20);
        assertThat(documents).isEqualTo(60);
    }

    @Test
    void filesAreOfTheTypesTheyLookLike() {
        Stream<String> types = portal.clients().list(firm, Optional.empty(), ALL).items().stream()
                .flatMap(client -> portal.documents().list(firm, DocumentFilter.of(client.id(), ALL)).items().stream())
                .map(DocumentRow::document)
                .map(document -> document.mediaType());

        assertThat(types).containsOnly("application/pdf", "image/png", "image/jpeg");
    }

    @Test
    void peopleAreInEveryState() {
        assertThat(people().stream().map(row -> row.contact().access().at(NOW)))
                .contains(AccessState.NOT_INVITED, AccessState.INVITED, AccessState.ACTIVE, AccessState.REVOKED);
    }

    @Test
    void joeHasTwoBusinessesWithSomethingNewInBoth() {
        ContactRow joe = people().stream()
                .filter(row -> row.contact().name().equals(Optional.of("Joe Castellano")))
                .findFirst()
                .orElseThrow();

        HomeView home =
                portal.home().of(Actors.contact(practice.id(), joe.contact().id()), Optional.empty());

        assertThat(home.businesses()).hasSize(2);
        assertThat(home.newDocuments().values()).hasSize(2).allMatch(count -> count > 0);
    }

    private List<ContactRow> people() {
        ContactQuery all = new ContactQuery(Optional.empty(), Optional.empty(), NOW, ALL);
        return portal.contacts().list(firm, all).items();
    }
}
