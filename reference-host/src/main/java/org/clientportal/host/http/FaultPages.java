package org.clientportal.host.http;

/** Makes the page, or the words of one, that tells a person what went wrong. Thread-safe; if it fails itself, a bare page is sent. */
@FunctionalInterface
public interface FaultPages {
    /**
     * The page for what went wrong.
     *
     * @param exchange the request; its path may have no route, and nobody may be signed in
     * @param fault what went wrong; the answer's status and headers are set from it afterwards
     */
    Answer page(Exchange exchange, Fault fault);

    /**
     * What went wrong, for a page's own script, which shows it where the reader looks: in the reader's language where
     * the pages know it.
     */
    default String words(Exchange exchange, Fault fault) {
        return fault.words();
    }
}
