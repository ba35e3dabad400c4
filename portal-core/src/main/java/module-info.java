import org.jspecify.annotations.NullMarked;

/** The rules of the portal, free of any framework. */
@NullMarked
module org.clientportal.core {
    requires static transitive org.jspecify;
    requires transitive org.clientportal.storage;
    requires com.fasterxml.uuid;
    requires org.apache.tika.core;
    requires org.slf4j;

    exports org.clientportal.core;
    exports org.clientportal.core.access;
    exports org.clientportal.core.audit;
    exports org.clientportal.core.client;
    exports org.clientportal.core.contact;
    exports org.clientportal.core.document;
    exports org.clientportal.core.error;
    exports org.clientportal.core.event;
    exports org.clientportal.core.home;
    exports org.clientportal.core.job;
    exports org.clientportal.core.notify;
    exports org.clientportal.core.outbox;
    exports org.clientportal.core.practice;
    exports org.clientportal.core.secret;
    exports org.clientportal.core.unit;
}
