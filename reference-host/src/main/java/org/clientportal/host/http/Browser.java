package org.clientportal.host.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** What one request's cookies say, and what cookies its answer has to set. */
final class Browser {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String FLASH_LABEL = "flash";
    private static final String BEARER = "Bearer ";

    private final Request request;
    private final Practice practice;
    private final KeyRing keys;
    private final Csrf csrf;
    private final Optional<String> known;
    private Optional<String> made = Optional.empty();
    private boolean flashSeen;

    Browser(Request request, Practice practice, KeyRing keys, Csrf csrf) {
        this.request = request;
        this.practice = practice;
        this.keys = keys;
        this.csrf = csrf;
        this.known = cookie(CookieName.BROWSER).filter(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    Optional<String> known() {
        return known;
    }

    String id() {
        if (known.isPresent()) {
            return known.get();
        }
        if (made.isEmpty()) {
            made = Optional.of(RandomText.bits128());
        }
        return made.get();
    }

    String csrf() {
        return csrf.token(practice, id());
    }

    /** Checks a form's token. */
    void check(String token) {
        csrf.check(practice, known, token);
    }

    /** Checks the first field of a form whose files follow. */
    void pass(Optional<Part> first) throws IOException {
        check(
                first.isPresent() && first.get().name().equals(Csrf.FIELD)
                        ? first.get().text()
                        : "");
    }

    /** The session tokens that the browser presents, of either side. */
    List<String> sessions() {
        return Stream.of(CookieName.CONTACT, CookieName.STAFF)
                .flatMap(name -> cookie(name).stream())
                .toList();
    }

    /** The token of a session: of an API client in its header, of a browser in its cookie. */
    Optional<String> token(Audience side) {
        Optional<String> bearer = bearer();
        return bearer.isPresent() ? bearer : cookie(side == Audience.CONTACT ? CookieName.CONTACT : CookieName.STAFF);
    }

    Optional<String> bearer() {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    Optional<String> flash() {
        flashSeen = true;
        return cookie(CookieName.FLASH).flatMap(this::opened);
    }

    /** The cookies that the answer sets besides the endpoint's own. */
    List<Cookie> cookies(Answer answer) {
        List<Cookie> cookies = new ArrayList<>(answer.cookies());
        made.ifPresent(id -> cookies.add(Cookie.lasting(CookieName.BROWSER, id, KEPT)));
        if (answer.flash().isPresent()) {
            cookies.add(Cookie.of(CookieName.FLASH, sealed(answer.flash().get())));
        } else if (flashSeen && cookie(CookieName.FLASH).isPresent()) {
            cookies.add(Cookie.gone(CookieName.FLASH));
        }
        return cookies;
    }

    Optional<String> cookie(CookieName name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name.on(practice)))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private String sealed(String words) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        return text + "." + keys.hash(FLASH_LABEL, practice.id() + "|" + text);
    }

    // Signed, so that nobody else puts words into the portal's mouth.
    private Optional<String> opened(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String text = sealed.substring(0, dot);
        return keys.hashes(FLASH_LABEL, practice.id() + "|" + text).contains(sealed.substring(dot + 1))
                ? Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
