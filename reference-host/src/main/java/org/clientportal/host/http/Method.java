package org.clientportal.host.http;

/** What a route does to its resource. HEAD is answered by the route for GET. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether it promises to change nothing. */
    public boolean isSafe() {
        return this == GET;
    }
}
