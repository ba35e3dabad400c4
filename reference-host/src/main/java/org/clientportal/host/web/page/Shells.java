package org.clientportal.host.web.page;

import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.view.Shell;

/** Makes what surrounds the pages of one side: its entries, whoever is signed in, and the business shown. Thread-safe. */
@FunctionalInterface
public interface Shells {
    /**
     * The frame around the page that this request asks for.
     *
     * @throws org.clientportal.core.error.PortalException.Unauthenticated if nobody is signed in on this side
     */
    Shell of(Exchange exchange);
}
