package org.clientportal.host.web.view;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The one catalogue of words for pages and mails, in one language. English ({@code messages.properties}) is complete
 * and stands in for any key or language that is missing. Every text is a {@link MessageFormat} pattern; so that its
 * quoting can be forgotten, texts use the typographic apostrophe (’). Immutable and safe for any thread.
 */
public final class Texts {
    private static final String CATALOGUE = "org.clientportal.host.messages";
    private static final double MEGABYTE = 1_000_000;

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // Without a fallback: the language of the machine is nobody's language.
        this.bundle =
                ResourceBundle.getBundle(CATALOGUE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The catalogue in a reader's language. */
    public static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /** The reader's language, which also orders and formats numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key with its arguments ({@code {0}}, {@code {1}}, ...) put in; numbers and choices follow the
     * reader's language.
     *
     * @throws MissingResourceException if not even English has the key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The text of a key, if the catalogue has it. */
    public Optional<String> find(String key, Object... arguments) {
        return bundle.containsKey(key) ? Optional.of(get(key, arguments)) : Optional.empty();
    }

    /**
     * A file's size in MB, from 1,000 MB on in GB, with one decimal below 10; what is smaller than 0.1 MB reads "under 0.1
     * MB".
     */
    public String size(long bytes) {
        double megabytes = bytes / MEGABYTE;
        if (megabytes < 0.1) {
            return get("size.under", decimal(0.1));
        }
        return megabytes < 1_000
                ? get("size.megabytes", decimal(megabytes))
                : get("size.gigabytes", decimal(megabytes / 1_000));
    }

    private String decimal(double value) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return number.format(value);
    }
}
