package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What counts as one network. */
@Tag("rule:SI-10")
class NetworkKeyTest {
    @Test
    void everyIpv4AddressIsOne() {
        assertThat(NetworkKey.of("203.0.113.7")).isNotEqualTo(NetworkKey.of("203.0.113.8"));
    }

    @Test
    void theAddressesOfOneIpv6PrefixOf64BitsAreOne() {
        assertThat(NetworkKey.of("2001:db8:1:2::1")).isEqualTo(NetworkKey.of("2001:DB8:1:2:ffff:1:2:3"));
        assertThat(NetworkKey.of("2001:db8:1:2::1")).isNotEqualTo(NetworkKey.of("2001:db8:1:3::1"));
        assertThat(NetworkKey.of("fe80::1%eth0")).isEqualTo(NetworkKey.of("fe80::2"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsThatAddress() {
        assertThat(NetworkKey.of("::ffff:203.0.113.7")).isEqualTo(NetworkKey.of("203.0.113.7"));
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertThat(NetworkKey.of("unix:")).isEqualTo("unix:");
        assertThat(NetworkKey.of("localhost")).isEqualTo("localhost");
    }
}
