package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SessionStore;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Whether an address is known does not show in what is done about it. */
@Tag("rule:SI-9")
@Tag("promise:P4")
class SameWorkScenarios {
    @Scenario
    void askingTakesTheSameUnitsForKnownUnknownAndRevokedAddresses(World world) {
        // given
        Counted counted = new Counted(world.storage());
        Door door = new Door(world);
        PortalAuth auth =
                new PortalAuth(world.builder().storage(counted).build().units(), door.keys);
        door.invited("Jane Doe", world.client("Acme"));
        Actor revoked = door.invited("Rita Roe", world.client("Widgets"));
        door.auth.invitations().revoke(world.admin(), World.contactId(revoked));

        // when
        List<List<String>> units = new ArrayList<>();
        for (String name : List.of("Jane Doe", "Rita Roe", "No Body")) {
            auth.links().ask(door.browser("b"), Side.CONTACT, World.email(name).typed(), Optional.empty());
            units.add(counted.taken());
        }

        // then
        assertThat(units).containsOnly(List.of("write", "write"));
    }

    @Scenario
    void askingMakesALinkAndACodeForKnownUnknownAndRevokedAddresses(World world) {
        // given
        Drawn drawn = new Drawn();
        Door door = new Door(world);
        PortalAuth auth = new PortalAuth(world.portal().units(), door.keys, drawn);
        door.invited("Jane Doe", world.client("Acme"));
        Actor revoked = door.invited("Rita Roe", world.client("Widgets"));
        door.auth.invitations().revoke(world.admin(), World.contactId(revoked));

        for (String name : List.of("Jane Doe", "Rita Roe", "No Body")) {
            // when
            auth.links().ask(door.browser("b"), Side.CONTACT, World.email(name).typed(), Optional.empty());

            // then: a token and a code were drawn, whoever gets them
            assertThat(drawn.taken()).as(name).isEqualTo("token code ");
        }
    }

    @Scenario
    void aWrongCodeTakesTheSameUnitsForKnownAndUnknownAddresses(World world) {
        // given
        Counted counted = new Counted(world.storage());
        Door door = new Door(world);
        PortalAuth auth =
                new PortalAuth(world.builder().storage(counted).build().units(), door.keys);
        door.invited("Jane Doe", world.client("Acme"));
        door.asks(door.browser("b"), "Jane Doe");

        // when
        List<List<String>> units = new ArrayList<>();
        for (String name : List.of("Jane Doe", "No Body")) {
            world.when(() -> auth.codes()
                            .redeem(
                                    door.browser("b"),
                                    Side.CONTACT,
                                    World.email(name).typed(),
                                    "00000000",
                                    false))
                    .isRefused(AuthError.WRONG_CODE);
            units.add(counted.taken());
        }

        // then
        assertThat(units).containsOnly(List.of("write", "write", "write"));
    }

    @Scenario
    @Tag("rule:SI-10")
    void whetherTheBrowserIsKnownIsLookedUpForUnknownAddressesToo(World world) {
        // given
        Counted counted = new Counted(world.storage());
        Door door = new Door(world);
        PortalAuth auth =
                new PortalAuth(world.builder().storage(counted).build().units(), door.keys);
        door.invited("Jane Doe", world.client("Acme"));

        for (String name : List.of("Jane Doe", "No Body")) {
            String email = World.email(name).typed();

            // when
            auth.links().ask(door.browser("b"), Side.CONTACT, email, Optional.empty());

            // then
            assertThat(counted.browsersLookedUp()).as("asking, " + name).isEqualTo(1);

            // when
            world.when(() -> auth.codes().redeem(door.browser("b"), Side.CONTACT, email, "00000000", false))
                    .isRefused(AuthError.WRONG_CODE);

            // then
            assertThat(counted.browsersLookedUp()).as("typing a code, " + name).isEqualTo(1);
        }
    }

    /** Notes the units that run, and the browsers that are looked up in them. */
    private static final class Counted extends ForwardingStorage {
        private final List<String> units = new ArrayList<>();
        private int browsers;

        Counted(PortalStorage storage) {
            super(storage);
        }

        /** The units since the last time. */
        List<String> taken() {
            List<String> taken = List.copyOf(units);
            units.clear();
            return taken;
        }

        /** How many since the last time. */
        int browsersLookedUp() {
            int count = browsers;
            browsers = 0;
            return count;
        }

        private <I> I watched(Class<I> type, Object inner) {
            Detour count = (method, arguments, right) -> {
                if (method.getName().equals("knows")) {
                    browsers++;
                }
                Object result = right.call();
                return result instanceof SessionStore store ? watched(SessionStore.class, store) : result;
            };
            return by(count, type, inner);
        }

        @Override
        public <T> T read(Scope scope, Function<ReadView, T> work) {
            units.add("read");
            return super.read(scope, work);
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            units.add("write");
            return super.write(scope, unit -> work.apply(watched(WriteUnit.class, unit)));
        }

        @Override
        public <T> T system(Function<SystemUnit, T> work) {
            units.add("system");
            return super.system(work);
        }
    }

    /** Notes what randomness is drawn for. */
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final StringBuilder drawn = new StringBuilder();

        /** What was drawn since the last time. */
        String taken() {
            String taken = drawn.toString();
            drawn.setLength(0);
            return taken;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            drawn.append("token ");
            super.nextBytes(bytes);
        }

        @Override
        public int nextInt(int bound) {
            drawn.append("code ");
            return 7;
        }
    }
}
