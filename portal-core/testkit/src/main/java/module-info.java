import org.jspecify.annotations.NullMarked;

/** Scenarios in given/when/then for the portal and what is built on it. */
@NullMarked
module org.clientportal.testkit {
    requires static transitive org.jspecify;
    requires transitive org.clientportal.core;
    requires transitive org.clientportal.storage;
    requires org.clientportal.storage.memory;
    requires static embedded.postgres;
    requires static java.sql;
    requires static org.clientportal.storage.jdbc;
    requires org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports org.clientportal.testkit;
    exports org.clientportal.testkit.jdbc;

    uses org.clientportal.testkit.StorageUnderTest;
}
