package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.Scope;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Within a transaction that the caller may roll back nobody signs in: the rollback would refund what was tried. */
@Tag("rule:SI-10")
@Tag("promise:P5")
class CallersTransactionScenarios {
    @Scenario
    void nobodyAsksOrTriesWithinTheCallersTransaction(World world) {
        // given
        Door door = new Door(world);
        door.invited("Jane Doe", world.client("Acme"));
        PortalAuth auth = new PortalAuth(
                world.builder().storage(new Joining(world.storage())).build().units(), door.keys);
        Visit visit = door.browser("b");
        String jane = World.email("Jane Doe").typed();
        int before = world.messages().size();

        // when, then
        assertRefused(() -> auth.links().ask(visit, Side.CONTACT, jane, Optional.empty()));
        assertRefused(() -> auth.links().redeem(visit, "token", Optional.of(jane), false));
        assertRefused(() -> auth.codes().redeem(visit, Side.CONTACT, jane, "00000000", false));
        assertThat(world.messages()).hasSize(before);
    }

    private static void assertRefused(ThrowingCallable use) {
        assertThatIllegalStateException().isThrownBy(use).withMessageContaining("outside of a transaction");
    }

    /** Storage whose caller has a transaction. */
    private record Joining(PortalStorage storage) implements PortalStorage {
        @Override
        public boolean joins() {
            return true;
        }

        @Override
        public <T> T read(Scope scope, Function<ReadView, T> work) {
            return storage.read(scope, work);
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            return storage.write(scope, work);
        }

        @Override
        public <T> T system(Function<SystemUnit, T> work) {
            return storage.system(work);
        }

        @Override
        public void close() {}
    }
}
