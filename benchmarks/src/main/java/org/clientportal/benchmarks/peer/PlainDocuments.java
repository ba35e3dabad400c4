package org.clientportal.benchmarks.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.clientportal.model.contact.Permission;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code /api/v1/portal/documents?clientId=} for whoever's session the request carries. */
final class PlainDocuments extends Handler.Abstract {
    private static final String BEARER = "Bearer ";

    private final DataSource connections;
    private final PlainSessions sessions;
    private final PlainPages pages;

    PlainDocuments(DataSource connections, PlainSessions sessions, PlainPages pages) {
        this.connections = connections;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (!request.getHttpURI().getPath().equals("/api/v1/portal/documents")
                || authorization == null
                || !authorization.startsWith(BEARER)) {
            Response.writeError(request, response, callback, 401);
            return true;
        }
        try (Connection connection = connections.getConnection()) {
            answer(connection, authorization.substring(BEARER.length()), request, response);
        }
        callback.succeeded();
        return true;
    }

    private void answer(Connection connection, String token, Request request, Response response)
            throws SQLException, IOException {
        long now = Instant.now().toEpochMilli() * 1000;
        Optional<PlainSessions.Found> found =
                sessions.find(connection, request.getHttpURI().getHost(), token, now);
        UUID client = PlainPages.client(request.getHttpURI().getQuery());
        if (found.isEmpty() || !found.get().grants().containsKey(client)) {
            response.setStatus(found.isEmpty() ? 401 : 404);
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
            return;
        }
        Set<Permission> rights = found.get().grants().get(client);
        boolean admin = rights.contains(Permission.CLIENT_ADMIN);
        byte[] page = pages.page(
                connection,
                found.get(),
                sessions.id(client),
                new PlainPages.Rights(
                        admin || rights.contains(Permission.FILES), admin || rights.contains(Permission.TAX)),
                now);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.length);
        Content.Sink.write(response, true, ByteBuffer.wrap(page));
        sessions.touch(connection, found.get(), now);
    }
}
