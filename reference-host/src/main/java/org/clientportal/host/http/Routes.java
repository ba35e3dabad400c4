package org.clientportal.host.http;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * The one list of all routes: the server, the OpenAPI contract, the sweep across practices and the access table all walk
 * it. Immutable and thread-safe.
 */
public final class Routes {
    private final List<Route> all;
    private final PathMappings<Map<Method, Route>> paths = new PathMappings<>();

    /**
     * @throws IllegalArgumentException if two routes share a name, or a method and a path, or call the same variable
     *     differently
     */
    public Routes(Collection<Route> routes) {
        all = List.copyOf(routes);
        Set<String> names = new HashSet<>();
        Map<String, String> templates = new HashMap<>();
        Map<String, Map<Method, Route>> byPath = new HashMap<>();
        for (Route route : all) {
            String template = templates.computeIfAbsent(shape(route.path()), s -> route.path());
            Route before = byPath.computeIfAbsent(template, p -> new EnumMap<>(Method.class))
                    .putIfAbsent(route.method(), route);
            if (before != null || !names.add(route.name()) || !template.equals(route.path())) {
                throw new IllegalArgumentException("ambiguous route " + route.name() + " at " + route.path());
            }
        }
        byPath.forEach((path, methods) -> paths.put(new UriTemplatePathSpec(path), methods));
    }

    /** Every route, in the order they were given. */
    public List<Route> all() {
        return all;
    }

    /** Finds the route for a path, already decoded and normalised, and a method as it stands in the request. */
    Optional<Match> match(String path, String method) {
        MatchedResource<Map<Method, Route>> found = paths.getMatched(path);
        if (found == null) {
            return Optional.empty();
        }
        Map<Method, Route> methods = found.getResource();
        Map<String, String> variables = ((UriTemplatePathSpec) found.getPathSpec()).getPathParams(path);
        Optional<Route> route = methods.values().stream()
                .filter(r -> r.method().name().equals(method.equals("HEAD") ? "GET" : method))
                .findFirst();
        return Optional.of(new Match(route, variables == null ? Map.of() : variables, allowed(methods.keySet())));
    }

    /**
     * @param route absent if the path is known and the method is not
     * @param variables the template's variables
     * @param allow the methods that there are, for the header Allow
     */
    record Match(Optional<Route> route, Map<String, String> variables, String allow) {}

    private static String allowed(Set<Method> methods) {
        String names = methods.stream().sorted().map(Method::name).collect(Collectors.joining(", "));
        return methods.contains(Method.GET) ? names.replace("GET", "GET, HEAD") : names;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
