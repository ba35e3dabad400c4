/**
 * HTTP without a framework: Jetty's core handlers, and above them one list of routes.
 *
 * <p>A page or a JSON use case is a class with one method per route and a list of them:
 *
 * <pre>{@code
 * public final class ClientPages {
 *     public List<Route> routes() {
 *         return List.of(
 *                 Route.get("/practice/clients/{clientId}", Audience.STAFF, "page.client", this::show),
 *                 Route.post("/practice/clients/{clientId}/name", Audience.STAFF, "page.client.rename", this::rename));
 *     }
 *
 *     private Answer show(Exchange exchange) {
 *         Client client = clients.get(exchange.staff(), exchange.path("clientId", ClientId::of));
 *         return templates.page("practice/client.jte", Map.of("shell", shell(exchange), "client", client));
 *     }
 *
 *     private Answer rename(Exchange exchange) throws IOException {
 *         PostedForm form = exchange.body().form();
 *         clients.rename(exchange.staff(), exchange.path("clientId", ClientId::of), form.text("name"));
 *         return Answer.seeOther(exchange.path()).flash("Renamed.");
 *     }
 * }
 *
 * // JSON: the path starts with /api/, query parameters are named, bodies are records
 * Route.get("/api/v1/clients", Audience.STAFF, "clients.list", this::list).withQuery("search", "limit", "cursor");
 * Answer.json(clients.list(exchange.staff(), exchange.query().text("search"), exchange.query().page(50)));
 * NewClient body = exchange.body().json(NewClient.class);
 *
 * // Files: the permission is checked before the first byte, and bytes are never kept
 * Route.post("/files", Audience.CONTACT, "page.files.add", this::add).streaming();
 * for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) { ... part.get().content() ... }
 * Answer.file(Download.attachment(name, type, length, hash, offset -> content.open(offset)));
 * }</pre>
 *
 * <p>What is done before an endpoint runs ({@code Gate}): the practice is found by the host name alone (421), the route by
 * its path (404, 405), cross-site requests are refused, unknown parameters of the interface too, the audience is signed in
 * (401: pages go to the sign-in page and come back), and a page's form carries its token in the field {@code csrf} (templates:
 * {@code exchange.csrf()}; scripts: header {@code X-CSRF-Token}).
 *
 * <p>Errors are thrown: {@code PortalException}, {@code InvalidValue}, {@link org.clientportal.host.http.Refusal}. Under
 * {@code /api/}, and where {@code application/problem+json} is accepted, they become RFC 9457 problems, else a page made by
 * {@link org.clientportal.host.http.FaultPages}. A page that shows a refused form again catches them itself and answers
 * with {@link org.clientportal.host.http.PostedForm#typed()}.
 */
@NullMarked
package org.clientportal.host.http;

import org.jspecify.annotations.NullMarked;
