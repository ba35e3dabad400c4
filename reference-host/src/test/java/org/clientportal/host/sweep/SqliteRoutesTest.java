package org.clientportal.host.sweep;

import org.junit.jupiter.api.Nested;

/** Every route of the host on SQLite. */
class SqliteRoutesTest {
    @Nested
    class OwnIds extends OwnIdsScenarios {
        @Override
        Engine engine() {
            return Engine.SQLITE;
        }
    }

    @Nested
    class ForeignIds extends ForeignIdsScenarios {
        @Override
        Engine engine() {
            return Engine.SQLITE;
        }
    }

    @Nested
    class ClosedDoors extends ClosedDoorsScenarios {
        @Override
        Engine engine() {
            return Engine.SQLITE;
        }
    }

    @Nested
    class ExtraFields extends ExtraFieldsScenarios {
        @Override
        Engine engine() {
            return Engine.SQLITE;
        }
    }
}
