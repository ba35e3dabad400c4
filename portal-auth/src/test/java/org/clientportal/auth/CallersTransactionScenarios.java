package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.ForwardingStorage;
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
    private static final class Joining extends ForwardingStorage {
        Joining(PortalStorage storage) {
            super(storage);
        }

        @Override
        public boolean joins() {
            return true;
        }

        @Override
        public void close() {}
    }
}
