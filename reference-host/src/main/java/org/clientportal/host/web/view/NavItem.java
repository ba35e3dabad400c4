package org.clientportal.host.web.view;

/**
 * An entry of the rail and of a phone's bottom bar.
 *
 * @param icon its picture
 * @param label its name
 * @param shortLabel its name in the bottom bar, ten letters at most
 * @param href where it leads
 * @param current whether the page shown lies there
 * @param waiting how many things wait there; 0 shows no count
 * @param startsGroup whether a thin line sets it off from those before it
 */
public record NavItem(
        Icon icon, String label, String shortLabel, String href, boolean current, int waiting, boolean startsGroup) {

    /** An entry with one name, not current, with nothing waiting. */
    public static NavItem of(Icon icon, String label, String href) {
        return new NavItem(icon, label, label, href, false, 0, false);
    }

    /** The same with another name in the bottom bar. */
    public NavItem shortLabel(String text) {
        return new NavItem(icon, label, text, href, current, waiting, startsGroup);
    }

    /** The same, current or not. */
    public NavItem current(boolean here) {
        return new NavItem(icon, label, shortLabel, href, here, waiting, startsGroup);
    }

    /** The same with a count. */
    public NavItem waiting(int count) {
        return new NavItem(icon, label, shortLabel, href, current, count, startsGroup);
    }

    /** The same, set off from those before it. */
    public NavItem group() {
        return new NavItem(icon, label, shortLabel, href, current, waiting, true);
    }
}
