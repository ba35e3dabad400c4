package org.clientportal.host.web.view;

/**
 * One choice of a select.
 *
 * @param value what the form sends
 * @param label what is read
 */
public record Choice(String value, String label) {}
