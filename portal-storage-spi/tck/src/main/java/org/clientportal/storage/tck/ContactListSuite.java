package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of contacts; also STO-27. */
public abstract class ContactListSuite extends ListSuite<Contact> {
    protected ContactListSuite() {}

    @Override
    final Page<Contact> page(ReadView view, PageRequest page) {
        return view.contacts().list(new ContactQuery(Optional.empty(), Optional.empty(), Samples.NOW, page));
    }

    @Override
    final List<Contact> fill() {
        add(samples.contact("Gone").erased(1, Samples.NOW));
        List<Contact> contacts = Stream.concat(Orders.NAMES.stream(), Orders.NAMES.stream())
                .map(name -> add(samples.contact(name)))
                .toList();
        return Orders.byName(contacts, contact -> contact.name().orElseThrow(), Contact::id);
    }

    @Override
    final void come() {
        add(samples.contact("!"));
    }

    @Override
    final void go(Contact shown) {
        change(unit -> unit.contacts().update(shown.erased(unit.contacts().highestPseudonym() + 1, Samples.NOW)));
    }

    @Override
    final boolean isByTime() {
        return false;
    }

    private void assertFound(String search, Contact... expected) {
        ContactQuery query =
                new ContactQuery(Optional.of(search), Optional.empty(), Samples.NOW, PageRequest.first(50));
        see(view -> assertThat(view.contacts().list(query).items())
                .as("search for %s", search)
                .containsExactly(expected));
    }

    @Test
    @DisplayName("STO-27 search finds parts of names and of emails as typed, folded, without wildcards")
    void searchLooksAtNamesAndEmails() {
        Contact ann = add(samples.contact("Ann \u00C9clair", "Ann_E@B\u00FCcher.example"));
        Contact joe = add(samples.contact("Joe", "jos\u00E9+tag@example.com"));
        Contact zoe = add(samples.contact("Zoe"));

        assertFound("eclair", ann);
        assertFound("ANN_E@BUCHER", ann);
        assertFound("JOSE+", joe);
        assertFound("example", ann, joe);
        assertFound("_", ann);
        assertFound("%");
        assertFound("oe", joe, zoe);
    }

    @Test
    @DisplayName("STO-25 contacts are filtered by their state at an instant; EXPIRED begins where INVITED ends")
    void contactsAreFilteredByState() {
        Instant invited = Samples.NOW.minus(Duration.ofDays(30));
        Contact none = add(samples.contact("None"));
        Contact pending = add(samples.contact("Pending")
                .withAccess(PortalAccess.NONE.invited(Optional.empty(), invited.plusNanos(1000))));
        Contact expired =
                add(samples.contact("Expired").withAccess(PortalAccess.NONE.invited(Optional.empty(), invited)));
        Contact active = add(samples.contact("Active").withAccess(PortalAccess.NONE.signedIn(Samples.NOW)));
        Contact revoked = add(samples.contact("Revoked").withAccess(PortalAccess.NONE.revoked()));
        add(samples.contact("Gone").erased(1, Samples.NOW));

        assertState(AccessState.NOT_INVITED, Samples.NOW, none);
        assertState(AccessState.INVITED, Samples.NOW, pending);
        assertState(AccessState.EXPIRED, Samples.NOW, expired);
        assertState(AccessState.EXPIRED, Samples.NOW.plusNanos(1000), expired, pending);
        assertState(AccessState.ACTIVE, Samples.NOW, active);
        assertState(AccessState.REVOKED, Samples.NOW, revoked);
    }

    private void assertState(AccessState state, Instant now, Contact... expected) {
        ContactQuery query = new ContactQuery(Optional.empty(), Optional.of(state), now, PageRequest.first(50));
        see(view ->
                assertThat(view.contacts().list(query).items()).as("%s", state).containsExactly(expected));
    }
}
