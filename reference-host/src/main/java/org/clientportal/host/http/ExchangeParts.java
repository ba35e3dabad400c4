package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.auth.Visit;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.server.Request;

/** What an exchange is made of. */
record ExchangeParts(
        Request request,
        Practice practice,
        String requestId,
        Visit visit,
        Browser browser,
        Optional<Routes.Match> match,
        SignedIn signedIn,
        Query query,
        Body body) {}
