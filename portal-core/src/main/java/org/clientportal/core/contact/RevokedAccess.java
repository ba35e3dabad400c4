package org.clientportal.core.contact;

/**
 * What ended when a person's access was taken away.
 *
 * @param sessions how many were live
 * @param links how many links and invitations could still have been used
 */
public record RevokedAccess(int sessions, int links) {}
