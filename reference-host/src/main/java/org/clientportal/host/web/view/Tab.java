package org.clientportal.host.web.view;

/**
 * A tab of a page, or a filter chip: a link that is current or not.
 *
 * @param label its words
 * @param href where it leads
 * @param current whether it is the one shown
 * @param count a number beside it; 0 shows none
 */
public record Tab(String label, String href, boolean current, int count) {

    /** One without a number. */
    public static Tab of(String label, String href, boolean current) {
        return new Tab(label, href, current, 0);
    }
}
