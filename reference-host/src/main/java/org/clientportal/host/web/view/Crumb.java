package org.clientportal.host.web.view;

/**
 * A page above this one.
 *
 * @param label its title
 * @param href its address
 */
public record Crumb(String label, String href) {}
