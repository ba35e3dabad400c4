package org.clientportal.host.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.auth.Visit;
import org.clientportal.core.Actor;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.StaffSession;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * One request, as an endpoint sees it: whose portal, where from, who is signed in, what is asked. Belongs to the thread
 * that answers it.
 */
public final class Exchange {
    private final Request request;
    private final Practice practice;
    private final String requestId;
    private final Visit visit;
    private final Browser browser;
    private final Optional<Routes.Match> match;
    private final SignedIn signedIn;
    private final Query query;
    private final Body body;

    Exchange(ExchangeParts parts) {
        this.request = parts.request();
        this.practice = parts.practice();
        this.requestId = parts.requestId();
        this.visit = parts.visit();
        this.browser = parts.browser();
        this.match = parts.match();
        this.signedIn = parts.signedIn();
        this.query = parts.query();
        this.body = parts.body();
    }

    /** The practice whose portal this is. */
    public Practice practice() {
        return practice;
    }

    /** Where the request comes from, as signing in wants to know it. */
    public Visit visit() {
        return visit;
    }

    /** Names this request in logs and in the header {@code X-Request-Id}. */
    public String requestId() {
        return requestId;
    }

    /** The route that answers; absent on the page for a path that there is not. */
    public Optional<Route> route() {
        return match.flatMap(Routes.Match::route);
    }

    /** The path as it was asked for. */
    public String path() {
        return request.getHttpURI().getCanonicalPath();
    }

    /** The path with its query, to come back to after signing in. */
    public String pathAndQuery() {
        return request.getHttpURI().getPathQuery();
    }

    /** Whether it only asks for the head of the answer. */
    public boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Whether htmx asks for a part of a page. */
    public boolean isPartial() {
        return request.getHeaders().contains("HX-Request");
    }

    /**
     * A variable of the route's path, read by what refuses malformed text, such as {@code ClientId::of}.
     *
     * @throws org.clientportal.model.InvalidValue if it is malformed, naming the variable
     */
    public <T> T path(String name, Function<String, T> reader) {
        String text = match.map(found -> found.variables().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no variable " + name));
        return Named.read(name, text, reader);
    }

    /** The parameters after the question mark. */
    public Query query() {
        return query;
    }

    /** The request's body. */
    public Body body() {
        return body;
    }

    /**
     * Lets other requests of the same network be worked on; to be called before a wait for something that takes no
     * processor of this process. It ends when the answer is sent.
     */
    public void letOthersWork() {
        Turns.giveUp(request);
    }

    /** A header, if it is there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** The version that the caller last saw, from {@code If-Match}. */
    public Optional<Long> ifMatch() {
        return EntityTags.version(request.getHeaders().get(HttpHeader.IF_MATCH));
    }

    /** What languages the browser prefers, the best first. */
    public List<Locale> languages() {
        return Request.getLocales(request);
    }

    /** The signed-in contact with grants, if there is one. */
    public Optional<ContactSession> contactSession() {
        return signedIn.contact();
    }

    /** The signed-in member of the staff, if there is one. */
    public Optional<StaffSession> staffSession() {
        return signedIn.staff();
    }

    /**
     * The signed-in contact as an actor.
     *
     * @throws org.clientportal.core.error.PortalException.Unauthenticated if nobody is signed in
     */
    public Actor.Contact contact() {
        ContactSession session = contactSession().orElseThrow(SignedIn::nobody);
        return visit.as(session);
    }

    /**
     * The signed-in member of the staff as an actor.
     *
     * @throws org.clientportal.core.error.PortalException.Unauthenticated if nobody is signed in
     */
    public Actor.Staff staff() {
        StaffSession session = staffSession().orElseThrow(SignedIn::nobody);
        return visit.as(session);
    }

    /** The session's token that this request carries for a side, to end it. */
    public Optional<String> token(Audience side) {
        return browser.token(side);
    }

    /** What tells this browser from others; a browser seen for the first time gets its cookie with the answer. */
    public String browser() {
        return browser.id();
    }

    /** The token that every form of the page must carry in its field {@code csrf}. */
    public String csrf() {
        return browser.csrf();
    }

    /** What the last step has to say; shown once. */
    public Optional<String> flash() {
        return browser.flash();
    }

    Optional<Routes.Match> match() {
        return match;
    }

    HttpFields headers() {
        return request.getHeaders();
    }

    SignedIn signedIn() {
        return signedIn;
    }

    Browser cookies() {
        return browser;
    }
}
