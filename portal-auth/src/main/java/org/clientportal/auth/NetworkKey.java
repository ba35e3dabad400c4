package org.clientportal.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one network (SI-10): an IPv4 address, or the /64 of an IPv6 one. */
public final class NetworkKey {
    private static final int PREFIX_BYTES = 8;

    private NetworkKey() {}

    /** The same text for every address of one network; what is no address stands for itself. */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon it is read as a literal and never looked up.
            InetAddress read = InetAddress.getByName(address.split("%", 2)[0]);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), PREFIX_BYTES)) + "::/64"
                    : read.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
