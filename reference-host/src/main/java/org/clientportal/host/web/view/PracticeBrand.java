package org.clientportal.host.web.view;

import java.util.Optional;

/**
 * The practice as its pages show it (BR-1).
 *
 * @param name its name
 * @param logo the address of its logo; without one its initials stand in
 */
public record PracticeBrand(String name, Optional<String> logo) {

    /** The letters that stand in for a logo. */
    public String letters() {
        return Avatar.of(name).initials();
    }
}
