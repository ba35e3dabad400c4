package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.Principal;

/** Which browser a person has limits of its own in: one that signed in as that person before (SI-10). */
final class KnownBrowser {
    private KnownBrowser() {}

    /**
     * The kept hash of this visit's browser, if it is known.
     *
     * @param holder whoever has the address; absent, it is looked for all the same, so that nothing shows (SI-9)
     */
    static Optional<String> find(Reading reading, Fingerprints prints, Visit visit, Optional<Principal> holder) {
        Principal person = holder.orElse(Principal.system());
        return prints.browsers(visit).stream()
                .filter(browser -> reading.view().sessions().knows(person, browser))
                .findFirst();
    }
}
