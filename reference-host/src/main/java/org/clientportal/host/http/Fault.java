package org.clientportal.host.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What went wrong, as it may be told.
 *
 * @param status the HTTP status
 * @param code the stable code
 * @param words a sentence for people
 * @param field the field to blame
 * @param details what else the caller may know
 * @param headers headers that belong to the answer
 */
public record Fault(
        int status,
        String code,
        String words,
        Optional<String> field,
        Map<String, String> details,
        Map<String, String> headers) {
    private static final String TYPE = "urn:client-portal:problem:";
    private static final String MEDIA_TYPE = "application/problem+json";

    public Fault {
        details = Map.copyOf(details);
        headers = Map.copyOf(headers);
    }

    /** Whether it is ours and not the caller's: then the answer quotes the request's id. */
    public boolean isOurs() {
        return status >= 500;
    }

    /** The same fault in other words. */
    Fault saying(String others) {
        return new Fault(status, code, others, field, details, headers);
    }

    /** The fault as a problem (RFC 9457). Only failures of ours quote the request, so that like answers are equal (PM-9). */
    Answer problem(String requestId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", TYPE + code);
        problem.put("title", HttpStatus.getMessage(status));
        problem.put("status", status);
        problem.put("detail", words);
        problem.put("code", code);
        field.ifPresent(name -> problem.put("field", name));
        if (!details.isEmpty()) {
            problem.put("details", new java.util.TreeMap<>(details));
        }
        if (isOurs()) {
            problem.put("requestId", requestId);
        }
        return Answer.bytes(MEDIA_TYPE, Json.bytes(problem)).status(status).headers(headers);
    }
}
