package org.clientportal.host.web.view;

import java.util.Optional;

/**
 * What every page needs, also one without a signed-in person ({@code layout/bare.jte}).
 *
 * @param brand the practice
 * @param assets what the page loads
 * @param times the words and the times
 * @param csrf the token that every form carries in its field {@code csrf}
 * @param flash what the last step has to say
 */
public record PageFrame(PracticeBrand brand, Assets assets, Times times, String csrf, Optional<Flash> flash) {

    /** The catalogue in the reader's language. */
    public Texts t() {
        return times.t();
    }
}
