package org.clientportal.host.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.staff.StaffRole;

/** What the demo is made of, as {@code practice.yaml} says. */
record DemoScript(
        String name,
        String slug,
        String timeZone,
        String accent,
        List<Member> staff,
        List<Person> contacts,
        List<Business> clients) {
    /** @param clients the clients in reach, by name; absent: all */
    record Member(String name, String email, StaffRole role, boolean impersonates, Optional<List<String>> clients) {}

    /** @param access how far on the way into the portal; absent: not invited */
    record Person(String name, Optional<String> email, Optional<String> phone, Optional<AccessState> access) {}

    record Business(
            String name, EntityType type, Optional<List<String>> folders, List<Role> contacts, List<Paper> files) {}

    record Role(String who, Optional<Set<Permission>> permissions, Optional<Relationship> label, boolean main) {}

    /**
     * @param in the folder
     * @param days how many days ago it came
     * @param by the contact who uploaded it; absent: the firm
     * @param back how many years before the year of its upload it belongs
     */
    record Paper(String in, String name, int days, Optional<String> by, boolean hidden, int back) {}

    static DemoScript read() {
        try (InputStream yaml = DemoScript.class.getResourceAsStream("practice.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("practice.yaml is missing");
            }
            return JsonMapper.builder(new YAMLFactory())
                    .addModule(new Jdk8Module())
                    .build()
                    .readValue(yaml, DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
