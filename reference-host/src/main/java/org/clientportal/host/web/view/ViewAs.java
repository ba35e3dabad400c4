package org.clientportal.host.web.view;

import java.time.Instant;

/**
 * The banner over the client side while staff look at it as a contact (VI-3).
 *
 * @param impersonation true for impersonation, false for preview
 * @param staff who looks
 * @param contact as whom
 * @param until when it ends by itself
 * @param end where the form of its <em>End</em> button posts to
 */
public record ViewAs(boolean impersonation, String staff, String contact, Instant until, String end) {}
