package org.clientportal.host.demo;

import java.util.List;
import java.util.Locale;
import org.clientportal.model.contact.AccessState;

/** Whom a visitor of the demo may sign in as. */
public final class DemoPeople {
    private static final int CONTACTS = 3;

    private DemoPeople() {}

    /**
     * One of them.
     *
     * @param note what makes this one worth a look
     */
    public record Entry(String email, String note) {}

    /** All of the staff, each with the role. */
    public static List<Entry> staff() {
        return DemoScript.read().staff().stream()
                .map(member -> new Entry(member.email(), note(member)))
                .toList();
    }

    /** A few contacts that can sign in, each with the clients and what is allowed there. */
    public static List<Entry> contacts() {
        DemoScript script = DemoScript.read();
        return script.contacts().stream()
                .filter(person ->
                        person.access().filter(AccessState.ACTIVE::equals).isPresent())
                .limit(CONTACTS)
                .map(person -> new Entry(person.email().orElseThrow(), note(script, person)))
                .toList();
    }

    private static String note(DemoScript.Member member) {
        String reach = member.clients()
                .map(clients -> ", " + clients.size() + " clients")
                .orElse("");
        return member.name() + ", " + word(member.role()) + reach + (member.impersonates() ? ", may impersonate" : "");
    }

    private static String note(DemoScript script, DemoScript.Person person) {
        List<String> roles = script.clients().stream()
                .flatMap(business -> business.contacts().stream()
                        .filter(role -> role.who().equals(person.name()))
                        .map(role -> business.name() + " (" + rights(role) + ")"))
                .toList();
        return person.name() + ": " + String.join(", ", roles);
    }

    private static String rights(DemoScript.Role role) {
        List<String> rights = role.permissions().stream()
                .flatMap(all -> all.stream().sorted().map(DemoPeople::word))
                .toList();
        return rights.isEmpty() ? "no permissions" : String.join(" and ", rights);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
