package org.clientportal.host.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.host.http.Route;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A walk along every route of the host, by the host's own list, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walk {
    private static final Pattern ASSET = Pattern.compile("/assets/([^\"]+)");

    final Map<String, Fixture> fixtures = Fixtures.all();
    Database database;
    Site site;
    Guest admin;
    private String asset;

    abstract Engine engine();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        database = engine().open(folder);
        site = new Site(database);
        admin = freshAdmin();
        Guest nobody = site.nobody(site.here);
        Matcher found = ASSET.matcher(
                nobody.send("GET", "/sign-in", Body.NONE, Map.of()).body());
        assertThat(found.find()).isTrue();
        asset = found.group(1);
        given();
    }

    /** What there is besides the two practices. */
    void given() {}

    @AfterAll
    void stop() {
        site.close();
        database.close();
    }

    /** Somebody whom a route serves, at a holding. */
    Guest guest(Fixture.Who who, Holding holding) {
        return switch (who) {
            case ANYBODY, CONTACT -> holding.owner();
            case STAFF -> holding.member();
            case ADMIN -> admin;
        };
    }

    Guest freshAdmin() {
        return site.guest(site.here, site.signIn(site.here, site.staff(site.here, StaffRole.ADMIN, ClientAccess.ALL)));
    }

    /** All that a request about a holding can name. */
    Map<String, String> ids(Holding holding) {
        Map<String, String> ids = new HashMap<>(holding.ids());
        ids.put("asset", asset);
        ids.put("newName", "new" + site.name("").strip());
        ids.put("email", holding.email());
        ids.put(
                "practiceVersion",
                String.valueOf(site.portal.practices().own(holding.firm()).version()));
        ids.put(
                "contactVersion",
                String.valueOf(site.portal
                        .contacts()
                        .get(holding.firm(), holding.contact().id())
                        .contact()
                        .version()));
        return ids;
    }

    static String named(Route route) {
        return route.name() + ": " + route.method() + " " + route.path();
    }
}
