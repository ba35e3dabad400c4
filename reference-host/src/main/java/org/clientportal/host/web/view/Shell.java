package org.clientportal.host.web.view;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds a signed-in person's page, on the client side and on the practice side.
 *
 * @param frame what every page needs
 * @param nav the entries of the rail, in order; those without anything permitted are not in it (DA-3)
 * @param person who is signed in
 * @param switcher the businesses to choose from; empty on the practice side and for a person with one business
 * @param viewAs present while staff look at the portal as a contact (VI-3)
 */
public record Shell(
        PageFrame frame, List<NavItem> nav, Person person, Optional<Switcher> switcher, Optional<ViewAs> viewAs) {
    private static final int BAR = 5;

    /** Copies the list. */
    public Shell {
        nav = List.copyOf(nav);
    }

    /** The catalogue in the reader's language. */
    public Texts t() {
        return frame.t();
    }

    /** The times of this request. */
    public Times times() {
        return frame.times();
    }

    /** The token that every form carries. */
    public String csrf() {
        return frame.csrf();
    }

    /** What a phone's bottom bar shows at once: all, or the first four beside "More". */
    public List<NavItem> bar() {
        return nav.size() <= BAR ? nav : nav.subList(0, BAR - 1);
    }

    /** What a phone's bottom bar keeps under "More". */
    public List<NavItem> more() {
        return nav.subList(bar().size(), nav.size());
    }
}
