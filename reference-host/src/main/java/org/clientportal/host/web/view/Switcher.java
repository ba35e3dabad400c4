package org.clientportal.host.web.view;

import java.util.List;

/**
 * The company switcher of a contact of several businesses (DA-2).
 *
 * @param current the name shown: a business, or "All businesses"
 * @param businesses what can be chosen, "All businesses" among it where it makes sense
 */
public record Switcher(String current, List<Business> businesses) {

    /** Copies the list. */
    public Switcher {
        businesses = List.copyOf(businesses);
    }

    /** How many things wait in businesses other than the one shown. */
    public int waitingElsewhere() {
        return businesses.stream()
                .filter(business -> !business.current())
                .mapToInt(Business::waiting)
                .sum();
    }

    /**
     * One choice.
     *
     * @param name the business's name
     * @param note what stands under it, such as the entity type
     * @param href the same page at that business
     * @param current whether it is the one shown
     * @param waiting how many things wait there
     */
    public record Business(String name, String note, String href, boolean current, int waiting) {}
}
