package org.clientportal.host.sweep;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Every route of the host on PostgreSQL. */
@Tag("full")
class PostgresRoutesTest {
    @Nested
    class OwnIds extends OwnIdsScenarios {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }

    @Nested
    class ForeignIds extends ForeignIdsScenarios {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }

    @Nested
    class ClosedDoors extends ClosedDoorsScenarios {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }

    @Nested
    class ExtraFields extends ExtraFieldsScenarios {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }
}
