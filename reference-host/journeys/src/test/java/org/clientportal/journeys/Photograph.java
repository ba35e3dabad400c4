package org.clientportal.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;

/** Takes a picture of a whole page, at rest. */
public final class Photograph {
    /** A busy machine's Chromium says so of a page that has no frame to copy yet, and takes it when asked again. */
    private static final String NOT_NOW = "Unable to capture screenshot";

    private static final int TRIES = 5;

    private Photograph() {}

    /** Writes the picture to a file. */
    public static void of(Page page, Path file) {
        of(page, file, TRIES);
    }

    private static void of(Page page, Path file, int tries) {
        try {
            page.screenshot(new ScreenshotOptions()
                    .setPath(file)
                    .setFullPage(true)
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setAnimations(ScreenshotAnimations.DISABLED));
        } catch (PlaywrightException refused) {
            if (tries == 1 || !String.valueOf(refused.getMessage()).contains(NOT_NOW)) {
                throw refused;
            }
            of(page, file, tries - 1);
        }
    }
}
