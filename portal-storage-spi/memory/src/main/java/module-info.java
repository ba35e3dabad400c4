import org.jspecify.annotations.NullMarked;

/** Storage in memory: the reference adapter, for tests and examples. */
@NullMarked
module org.clientportal.storage.memory {
    requires static transitive org.jspecify;
    requires transitive org.clientportal.storage;

    exports org.clientportal.storage.memory;
}
