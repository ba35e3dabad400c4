package org.clientportal.host.web.view;

/**
 * A link in a menu.
 *
 * @param icon its picture
 * @param label its words
 * @param href where it leads
 */
public record MenuLink(Icon icon, String label, String href) {}
