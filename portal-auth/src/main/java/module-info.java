import org.jspecify.annotations.NullMarked;

/** Signing in: links, codes, invitations, sessions and the limits that guard them. */
@NullMarked
module org.clientportal.auth {
    requires static transitive org.jspecify;
    requires transitive org.clientportal.core;
    requires transitive org.clientportal.storage;

    exports org.clientportal.auth;
}
