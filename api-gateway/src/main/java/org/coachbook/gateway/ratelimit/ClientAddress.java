package org.coachbook.gateway.ratelimit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The address that a limit counts for. A person has a whole IPv6 /64, so that is what counts there. */
final class ClientAddress {
    private static final int IPV4_BYTES = 4;
    private static final int SUBNET_BYTES = 8;

    private ClientAddress() {}

    /** @param literal an IP address, never a name */
    static String key(String literal) {
        byte[] bytes = InetAddress.ofLiteral(literal).getAddress();
        return bytes.length == IPV4_BYTES ? literal : HexFormat.of().formatHex(Arrays.copyOf(bytes, SUBNET_BYTES));
    }

    static boolean isLoopback(String literal) {
        return InetAddress.ofLiteral(literal).isLoopbackAddress();
    }
}
