import org.jspecify.annotations.NullMarked;

/** The conformance kit: what a storage adapter promises, as tests that the adapter's own tests extend. */
@NullMarked
module org.clientportal.storage.tck {
    requires static transitive org.jspecify;
    requires transitive org.clientportal.storage;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports org.clientportal.storage.tck;

    opens org.clientportal.storage.tck;
}
