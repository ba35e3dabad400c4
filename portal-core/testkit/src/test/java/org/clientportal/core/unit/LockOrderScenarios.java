package org.clientportal.core.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.core.client.CreateClient;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/**
 * What a unit locks it has not looked at before: of two units that had both looked, neither could lock before the other
 * ends, and the database would have to break one off.
 */
@Tag("promise:P28")
class LockOrderScenarios {
    @Scenario
    void whoCreatesAClientIsLockedBeforeBeingLookedUp(World world) {
        // given
        Actor mia = world.member("Mia");
        Watched storage = new Watched(world.storage());

        // when
        portal(world, storage).clients().create(mia, CreateClient.of("Acme", EntityType.COMPANY));

        // then
        assertThat(storage.calls()).contains("staff.lock " + World.staffId(mia));
        thenNothingIsLockedThatWasLookedUp(storage.calls());
    }

    @Scenario
    void aClientThatIsChangedOrDeletedIsLockedBeforeBeingLookedUp(World world) {
        // given
        Client acme = world.client("Acme");
        Watched storage = new Watched(world.storage());
        Portal portal = portal(world, storage);

        // when
        portal.clients()
                .change(world.admin(), new ChangeClient(acme.id(), "Acme Ltd", EntityType.COMPANY, Optional.empty()));
        List<String> change = storage.calls();
        portal.clients().delete(world.admin(), acme.id());
        List<String> deletion = storage.calls();

        // then
        for (List<String> calls : List.of(change, deletion)) {
            assertThat(calls).contains("clients.lock " + acme.id());
            thenNothingIsLockedThatWasLookedUp(calls);
        }
    }

    @Scenario
    void whoMayBeDeletedIsLockedAfterThePractice(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor john = world.contact("John Roe", acme);
        Watched storage = new Watched(world.storage());
        Portal portal = portal(world, storage);

        // when
        portal.assignments().unassign(world.admin(), World.assignmentId(jane, acme));
        List<String> unassignment = storage.calls();
        portal.deletion().delete(world.admin(), World.contactId(john));
        List<String> deletion = storage.calls();

        // then
        for (List<String> calls : List.of(unassignment, deletion)) {
            List<String> locks = calls.stream()
                    .filter(call -> call.matches("(practices|contacts)\\.lock .*"))
                    .toList();
            assertThat(locks.get(0)).startsWith("practices.");
            assertThat(locks).anyMatch(lock -> lock.startsWith("contacts."));
        }
    }

    private static void thenNothingIsLockedThatWasLookedUp(List<String> calls) {
        for (String lock : calls) {
            if (lock.contains(".lock ")) {
                assertThat(calls.subList(0, calls.indexOf(lock))).doesNotContain(lock.replace(".lock ", ".find "));
            }
        }
    }

    private static Portal portal(World world, PortalStorage storage) {
        return world.builder().storage(storage).build();
    }

    /** Notes what is asked of the stores of the newest unit that writes, with the first argument. */
    private static final class Watched extends ForwardingStorage {
        private final List<String> calls = new ArrayList<>();

        Watched(PortalStorage storage) {
            super(storage);
        }

        List<String> calls() {
            return List.copyOf(calls);
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return super.write(scope, unit -> {
                calls.clear();
                return work.apply(watched("", WriteUnit.class, unit));
            });
        }

        private <I> I watched(String store, Class<I> type, Object inner) {
            Detour note = (method, arguments, right) -> {
                if (arguments.length > 0) {
                    calls.add(store + "." + method.getName() + " " + arguments[0]);
                }
                Object result = right.call();
                Class<?> returned = method.getReturnType();
                boolean isStore = returned.isInterface() && returned.getName().endsWith("Store");
                return isStore ? watched(method.getName(), returned, result) : result;
            };
            return by(note, type, inner);
        }
    }
}
