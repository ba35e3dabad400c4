package org.clientportal.host.web.view;

import java.util.List;

/**
 * The signed-in person, top right.
 *
 * @param name the full name
 * @param note what stands under it: the email address, or a staff member's role
 * @param menu the person's own pages
 * @param signOut where the sign-out form posts to
 */
public record Person(String name, String note, List<MenuLink> menu, String signOut) {

    /** Copies the list. */
    public Person {
        menu = List.copyOf(menu);
    }
}
