package org.clientportal.model.contact;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Require;

/**
 * An email address as typed, compared by its canonical form (CC-8): trimmed, NFC, domain to ASCII, lower case of the
 * root locale; plus-tags and dots stay distinct. Mail goes to the address as typed.
 *
 * <p>The JDK's IDNA is of 2003 and would turn {@code faß.de} into somebody else's {@code fass.de}; a domain with a
 * character that the two versions read differently is refused unless given in its {@code xn--} form.
 *
 * @param typed trimmed and NFC, at most 254 characters
 */
public record EmailAddress(String typed) {
    /** No quoting, no comment, no list: exactly one mailbox, whatever reads it later. */
    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern DEVIATING = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    public EmailAddress {
        typed = Normalizer.normalize(Require.line("email", typed, 254), Normalizer.Form.NFC);
        canonical(typed);
    }

    /** The form that identifies the mailbox. */
    public String canonical() {
        return canonical(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && that.canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return typed;
    }

    private static String canonical(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1) {
            throw malformed("must look like name@example.com");
        }
        String local = typed.substring(0, at);
        String domain = typed.substring(at + 1);
        if (!LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw malformed("must look like name@example.com");
        }
        if (DEVIATING.matcher(domain).find()) {
            throw malformed("has a domain that must be entered in its xn-- form");
        }
        String canonical =
                Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC) + "@" + ascii(domain);
        return canonical;
    }

    private static String ascii(String domain) {
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw malformed("has a domain that cannot exist");
        }
        if (!DOMAIN.matcher(ascii).matches()) {
            throw malformed("has a domain that cannot exist");
        }
        return ascii;
    }

    private static InvalidValue malformed(String problem) {
        return new InvalidValue("email", "malformed_email", problem);
    }
}
