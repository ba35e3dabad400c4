import org.jspecify.annotations.NullMarked;

/** The records of the portal and the interfaces through which they are kept; needs only the JDK. */
@NullMarked
module org.clientportal.storage {
    requires static transitive org.jspecify;

    exports org.clientportal.model;
    exports org.clientportal.model.access;
    exports org.clientportal.model.audit;
    exports org.clientportal.model.client;
    exports org.clientportal.model.contact;
    exports org.clientportal.model.document;
    exports org.clientportal.model.outbox;
    exports org.clientportal.model.practice;
    exports org.clientportal.model.secret;
    exports org.clientportal.model.session;
    exports org.clientportal.model.staff;
    exports org.clientportal.storage;
}
