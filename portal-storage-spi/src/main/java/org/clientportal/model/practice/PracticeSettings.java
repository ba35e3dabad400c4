package org.clientportal.model.practice;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.Require;

/**
 * What a practice decides for itself.
 *
 * @param admission who may sign in (IN-8)
 * @param means how contacts may sign in; never empty (SI-1)
 * @param sessions how long contacts stay signed in (SI-5)
 * @param deleteWindow how long a contact may delete its own upload, 1 minute to 24 hours; absent: never (DO-4)
 * @param maxUpload the largest file taken, in bytes (DO-6)
 * @param invitationText the message that an invitation carries unless another is typed (IN-3)
 */
public record PracticeSettings(
        Admission admission,
        Set<SignInMeans> means,
        SessionLimits sessions,
        Optional<Duration> deleteWindow,
        long maxUpload,
        String invitationText) {
    /** 5 GiB. */
    public static final long DEFAULT_MAX_UPLOAD = 5L << 30;

    /** The longest window in which a contact may delete its own upload. */
    public static final Duration LONGEST_DELETE_WINDOW = Duration.ofHours(24);

    /** What a new practice starts with. */
    public static final PracticeSettings DEFAULT = new PracticeSettings(
            Admission.BY_INVITATION,
            Set.of(SignInMeans.values()),
            SessionLimits.DEFAULT,
            Optional.of(Duration.ofHours(1)),
            DEFAULT_MAX_UPLOAD,
            "We invite you to our client portal: the safe place to exchange documents and questions with us.");

    public PracticeSettings {
        means = Set.copyOf(means);
        invitationText = Require.text("invitationText", invitationText, 4000);
        Require.that(!means.isEmpty(), "means", "required", "must keep at least one way to sign in");
        Require.that(maxUpload > 0, "maxUpload", "out_of_range", "must be positive");
        deleteWindow.ifPresent(window -> Require.that(
                window.compareTo(Duration.ofMinutes(1)) >= 0 && window.compareTo(LONGEST_DELETE_WINDOW) <= 0,
                "deleteWindow",
                "out_of_range",
                "must be between 1 minute and 24 hours"));
    }
}
