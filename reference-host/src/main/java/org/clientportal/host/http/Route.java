package org.clientportal.host.http;

import java.util.Set;
import org.clientportal.model.Require;

/**
 * One thing that can be asked of the host.
 *
 * @param path a URI template such as {@code /api/v1/clients/{clientId}}; a variable stands for one segment
 * @param audience who may call it at all
 * @param name unique and stable, such as {@code client.show}: the operation's id in the OpenAPI document, the metrics and
 *     the access table
 * @param query the parameters it knows; the API refuses others, pages ignore them
 * @param streams whether the endpoint reads the body itself as it arrives (a file); otherwise bodies are small
 */
public record Route(
        Method method,
        String path,
        Audience audience,
        String name,
        Endpoint endpoint,
        Set<String> query,
        boolean streams) {
    /** Where the JSON interface lives. */
    public static final String API = "/api/";

    public Route {
        query = Set.copyOf(query);
        Require.that(path.startsWith("/"), "path", "malformed_path", "must start with a slash");
        Require.that(name.matches("[a-z][a-zA-Z0-9.-]*"), "name", "malformed_name", "must be a plain word");
    }

    public static Route get(String path, Audience audience, String name, Endpoint endpoint) {
        return of(Method.GET, path, audience, name, endpoint);
    }

    public static Route post(String path, Audience audience, String name, Endpoint endpoint) {
        return of(Method.POST, path, audience, name, endpoint);
    }

    public static Route put(String path, Audience audience, String name, Endpoint endpoint) {
        return of(Method.PUT, path, audience, name, endpoint);
    }

    public static Route patch(String path, Audience audience, String name, Endpoint endpoint) {
        return of(Method.PATCH, path, audience, name, endpoint);
    }

    public static Route delete(String path, Audience audience, String name, Endpoint endpoint) {
        return of(Method.DELETE, path, audience, name, endpoint);
    }

    private static Route of(Method method, String path, Audience audience, String name, Endpoint endpoint) {
        return new Route(method, path, audience, name, endpoint, Set.of(), false);
    }

    /** This route with the query parameters it knows. */
    public Route withQuery(String... names) {
        return new Route(method, path, audience, name, endpoint, Set.of(names), streams);
    }

    /** This route reading its body as it arrives. */
    public Route streaming() {
        return new Route(method, path, audience, name, endpoint, query, true);
    }

    /** Whether it belongs to the JSON interface; all others are pages. */
    public boolean isApi() {
        return path.startsWith(API);
    }
}
