package org.clientportal.host.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** A request's body, read as one thing, once. Nothing is read before it is asked for. Not thread-safe. */
public final class Body {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    static final String MULTIPART = "multipart/form-data";

    private static final int PIECE = 8 << 10;

    private final Request request;
    private final HttpLimits limits;
    private final Optional<Csrf.Check> csrf;
    private @Nullable PostedForm form;

    /** @param csrf what a multipart form's first field must pass; absent where no form is posted */
    Body(Request request, HttpLimits limits, Optional<Csrf.Check> csrf) {
        this.request = request;
        this.limits = limits;
        this.csrf = csrf;
    }

    /**
     * Reads a JSON body; see {@link Json#read}.
     *
     * @throws Refusal for another media type (415), a body that is too large (413), or one that is not a {@code type}
     */
    public <T> T json(Class<T> type) throws IOException {
        require(JSON);
        return Json.read(text(limits.json()), type);
    }

    /** Reads a form; the second time it gives the same one. */
    public PostedForm form() throws IOException {
        PostedForm read = form;
        if (read == null) {
            read = readForm();
            form = read;
        }
        return read;
    }

    /** The bytes as they arrive, whatever they are; reading fails with an IOException if the body is cut. */
    public InputStream stream() {
        requireIdentity();
        return new BodyStream(Content.Source.asInputStream(request), limits);
    }

    /**
     * The parts of a {@code multipart/form-data} body as they arrive. A page's form carries the token against forgery as
     * its first field, which is checked and taken here.
     */
    public Multipart parts() throws IOException {
        require(MULTIPART);
        String boundary = parameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw Refusal.of(HttpError.MALFORMED_FORM, "The form has no boundary.");
        }
        Multipart parts = new Multipart(boundary, stream(), limits);
        if (csrf.isPresent()) {
            csrf.get().pass(parts.next());
        }
        return parts;
    }

    /** The length that the request states; absent if it comes in chunks. */
    public Optional<Long> length() {
        long length = request.getLength();
        return length < 0 ? Optional.empty() : Optional.of(length);
    }

    /** The media type without parameters, in lower case; empty text if none is stated. */
    public String mediaType() {
        String type = contentType();
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private PostedForm readForm() throws IOException {
        if (request.getLength() == 0) {
            return PostedForm.EMPTY;
        }
        require(FORM);
        String text = text(limits.form());
        Fields fields = new Fields();
        try {
            if (text.chars().filter(c -> c == '&').count() >= limits.formFields()) {
                throw Refusal.of(HttpError.TOO_LARGE, "The form has too many fields.");
            }
            UrlEncoded.decodeUtf8To(text, fields);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(HttpError.MALFORMED_FORM, "The form cannot be read.");
        }
        return new PostedForm(fields);
    }

    private String text(int limit) throws IOException {
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        try (InputStream in = stream()) {
            byte[] bytes = read(in, limit);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(HttpError.MALFORMED_REQUEST, "The body is not UTF-8.");
        }
    }

    // A thread waits for it, so it may not take for ever.
    private byte[] read(InputStream in, int limit) throws IOException {
        long end = System.nanoTime() + limits.idle().toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            bytes.write(piece, 0, count);
            if (bytes.size() > limit) {
                throw tooLarge(limit);
            }
            if (System.nanoTime() > end) {
                throw new Faults.BodyCut("the body came too slowly");
            }
        }
        return bytes.toByteArray();
    }

    private void require(String type) {
        String charset = parameters().get("charset");
        if (!mediaType().equals(type) || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
            throw Refusal.of(HttpError.UNSUPPORTED_MEDIA_TYPE, "The body must be " + type + ".");
        }
        requireIdentity();
    }

    private void requireIdentity() {
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(HttpError.UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed.");
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        HttpField.getValueParameters(contentType(), parameters);
        return parameters;
    }

    private String contentType() {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type == null ? "" : type;
    }

    private static Refusal tooLarge(int limit) {
        return Refusal.of(HttpError.TOO_LARGE, "The body may have " + limit + " bytes at most.");
    }
}
