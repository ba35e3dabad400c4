package org.clientportal.host.http;

import org.clientportal.core.error.ErrorCode;

/** The codes of what is refused before a use case begins, each with its HTTP status. */
public enum HttpError implements ErrorCode {
    MALFORMED_REQUEST("malformed_request", 400),
    MALFORMED_JSON("malformed_json", 400),
    MALFORMED_FORM("malformed_form", 400),
    DUPLICATE_KEY("duplicate_key", 400),
    UPLOAD_CUT("upload_cut", 400),
    CROSS_SITE("cross_site_request", 403),
    FORM_EXPIRED("form_expired", 403),
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    TOO_LARGE("body_too_large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", 415),
    RANGE_NOT_SATISFIABLE("range_not_satisfiable", 416),
    UNKNOWN_HOST("unknown_host", 421),
    WRONG_TYPE("wrong_type", 422),
    UNKNOWN_FIELD("unknown_field", 422),
    UNKNOWN_PARAMETER("unknown_parameter", 422),
    REPEATED("repeated", 422),
    UNKNOWN_VALUE("unknown_value", 422),
    REQUIRED("required", 422),
    HEADERS_TOO_LARGE("headers_too_large", 431),
    INTERNAL("internal", 500),
    STOPPING("stopping", 503);

    private final String code;
    private final int status;

    HttpError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
