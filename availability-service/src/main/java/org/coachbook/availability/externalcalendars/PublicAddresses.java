package org.coachbook.availability.externalcalendars;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those of machines, networks and protocols, by IANA's registries of special-purpose
 * addresses. Of IPv6 only global unicast is public, and none of it that carries an IPv4 address inside.
 */
final class PublicAddresses {
    private static final List<AddressRange> SPECIAL_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final AddressRange GLOBAL_6 = AddressRange.of("2000::/3");
    private static final List<AddressRange> SPECIAL_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    private static List<AddressRange> ranges(String... notations) {
        return Stream.of(notations).map(AddressRange::of).toList();
    }

    static boolean has(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(range -> range.has(address))
                : GLOBAL_6.has(address) && SPECIAL_6.stream().noneMatch(range -> range.has(address));
    }
}
