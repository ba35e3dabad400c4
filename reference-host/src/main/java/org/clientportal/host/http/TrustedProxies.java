package org.clientportal.host.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.model.InvalidValue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Which proxies in front of the host are ours: their word on where a request came from counts, nobody else's. Of
 * {@code X-Forwarded-For} the right-most address that is not ours wins, since all left of it can be made up. Immutable.
 */
public final class TrustedProxies {
    private static final Pattern LITERAL = Pattern.compile(
            "(\\d{1,3}(\\.\\d{1,3}){3})(:\\d{1,5})?|\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(](:\\d{1,5})?)?");

    private final InetAddressSet ours = new InetAddressSet();

    /**
     * @param ranges addresses such as {@code 10.0.0.5} or ranges such as {@code 10.0.0.0/8}
     * @throws InvalidValue for anything else
     */
    public TrustedProxies(List<String> ranges) {
        for (String range : ranges) {
            try {
                ours.add(range.strip());
            } catch (IllegalArgumentException e) {
                throw new InvalidValue("trusted-proxies", "malformed_range", "has no address range: " + range);
            }
        }
    }

    /** Where a request came from, as an address. */
    String client(Request request) {
        return client(Request.getRemoteAddr(request), request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
    }

    /**
     * Where a request came from.
     *
     * @param peer the address of the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in the order of the headers
     */
    String client(String peer, List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        forwarded.forEach(value -> hops.addAll(List.of(value.split(",", -1))));
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && isOurs(client); i--) {
            Optional<InetAddress> hop = literal(hops.get(i).strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private boolean isOurs(String address) {
        return !ours.isEmpty() && literal(address).filter(ours).isPresent();
    }

    // Only literals: a name would be looked up, and whoever sends the header could make us ask any name server.
    private static Optional<InetAddress> literal(String text) {
        var matcher = LITERAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String address = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
