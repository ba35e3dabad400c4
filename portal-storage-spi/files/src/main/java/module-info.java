import org.jspecify.annotations.NullMarked;

/** Document bytes on a file system. */
@NullMarked
module org.clientportal.storage.files {
    requires static org.jspecify;
    requires transitive org.clientportal.storage;

    exports org.clientportal.storage.files;
}
