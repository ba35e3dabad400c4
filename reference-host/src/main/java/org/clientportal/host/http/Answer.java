package org.clientportal.host.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.Require;

/**
 * What an endpoint answers. Immutable; each method that changes something gives another answer.
 *
 * @param status the HTTP status
 * @param headers headers besides those that every answer has, and in place of them
 * @param cookies cookies to set
 * @param content what is sent
 * @param flash what the next page shows once
 */
public record Answer(
        int status, Map<String, String> headers, List<Cookie> cookies, Content content, Optional<String> flash) {
    /** What is sent: nothing, bytes that are there, or a file as it is read. */
    public sealed interface Content permits Nothing, Bytes, Download {}

    record Nothing() implements Content {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(String mediaType, byte[] bytes) implements Content {}

    public Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** 200 with a value as JSON. */
    public static Answer json(Object value) {
        return bytes("application/json", Json.bytes(value));
    }

    /** 200 with a page, as UTF-8; see {@link Templates}. */
    public static Answer html(byte[] page) {
        return bytes("text/html;charset=utf-8", page);
    }

    /** 200 with plain text. */
    public static Answer text(String text) {
        return bytes("text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with bytes. */
    public static Answer bytes(String mediaType, byte[] bytes) {
        return new Answer(200, Map.of(), List.of(), new Bytes(mediaType, bytes), Optional.empty());
    }

    /** A file, whole or in part as the request asks, with all that belongs to it. */
    public static Answer file(Download file) {
        return new Answer(200, Map.of(), List.of(), file, Optional.empty());
    }

    /** 204: done, and there is nothing to tell. */
    public static Answer done() {
        return new Answer(204, Map.of(), List.of(), new Nothing(), Optional.empty());
    }

    /** 201 with a value as JSON. */
    public static Answer created(String path, Object value) {
        return json(value).status(201).header("Location", localPath(path));
    }

    /**
     * 303: the browser goes on to another page of this portal.
     *
     * @throws org.clientportal.model.InvalidValue if it is not a path of this portal (SI-13)
     */
    public static Answer seeOther(String path) {
        return done().status(303).header("Location", localPath(path));
    }

    /** This answer with another status. */
    public Answer status(int other) {
        return new Answer(other, headers, cookies, content, flash);
    }

    /** This answer with a header. */
    public Answer header(String name, String value) {
        return headers(Map.of(name, value));
    }

    /** This answer with more headers. */
    public Answer headers(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, cookies, content, flash);
    }

    /** This answer with a cookie to set. */
    public Answer cookie(Cookie cookie) {
        List<Cookie> all = new ArrayList<>(cookies);
        all.add(cookie);
        return new Answer(status, headers, all, content, flash);
    }

    /** This answer with the version of what it shows, as {@code ETag}, for a later {@code If-Match}. */
    public Answer version(long version) {
        return header("ETag", "\"" + version + "\"");
    }

    /** This answer with a few words that the next page finds in {@link Exchange#flash}, once; 2000 characters at most. */
    public Answer flash(String words) {
        return new Answer(status, headers, cookies, content, Optional.of(Require.text("flash", words, 2000)));
    }

    private static String localPath(String path) {
        Require.that(LocalPath.is(path), "path", "not_local", "must be a path of this portal");
        return path;
    }
}
