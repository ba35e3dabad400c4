package org.clientportal.host.http;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What is noted of a request while it is answered, for the access log and the metrics. */
final class Handled {
    private static final String ATTRIBUTE = Handled.class.getName();

    private final String id;
    private String network = "";
    private String route = "none";
    private String practice = "";

    private Handled(String id) {
        this.id = id;
    }

    static Handled begin(Request request) {
        Handled handled = new Handled(RandomText.bits128());
        request.setAttribute(ATTRIBUTE, handled);
        return handled;
    }

    static @Nullable Handled of(Request request) {
        return (Handled) request.getAttribute(ATTRIBUTE);
    }

    void found(String practiceSlug, String clientNetwork, String routeName) {
        practice = practiceSlug;
        network = clientNetwork;
        route = routeName;
    }

    String id() {
        return id;
    }

    String network() {
        return network;
    }

    String route() {
        return route;
    }

    String practice() {
        return practice;
    }
}
