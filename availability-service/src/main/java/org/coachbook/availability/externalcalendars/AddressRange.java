package org.coachbook.availability.externalcalendars;

import java.net.InetAddress;

/** The addresses that begin with the same bits, as {@code 10.0.0.0/8}. */
record AddressRange(InetAddress first, int bits) {
    static AddressRange of(String notation) {
        String[] parts = notation.split("/", 2);
        return new AddressRange(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean has(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
