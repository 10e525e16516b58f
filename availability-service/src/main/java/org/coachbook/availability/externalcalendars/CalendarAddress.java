package org.coachbook.availability.externalcalendars;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a calendar is read. Whoever knows the address reads the calendar, so it is a secret: in text it shows its host
 * alone.
 */
public record CalendarAddress(String url) {
    private static final int LONGEST = 2000;

    /** The address that a person means; {@code webcal} is how calendars write {@code https}. */
    static CalendarAddress of(String typed) {
        return new CalendarAddress(typed.strip().replaceFirst("(?i)^webcals?://", "https://"));
    }

    /**
     * What is wrong with it as far as that can be seen, as the end of a sentence; null when nothing is.
     *
     * @param loopback whether this machine itself may be read from, also without TLS
     */
    @Nullable
    String problem(boolean loopback) {
        URI uri = uri();
        if (uri == null || url.length() > LONGEST) {
            return "must be an address of at most " + LONGEST + " characters";
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(loopback && scheme.equals("http"))) {
            return "must begin with https://";
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getPort() > 65_535) {
            return "must name a host, without a user";
        }
        return publicOrName(uri.getHost(), loopback) ? null : "must be a public address";
    }

    /** A name is looked up when it is read, each time anew. */
    private static boolean publicOrName(String host, boolean loopback) {
        try {
            InetAddress address = InetAddress.ofLiteral(unbracketed(host));
            return PublicAddresses.has(address) || (loopback && address.isLoopbackAddress());
        } catch (IllegalArgumentException e) {
            return loopback || !host.toLowerCase(Locale.ROOT).matches("(.*\\.)?localhost\\.?");
        }
    }

    static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Null when it is none. */
    @Nullable
    URI uri() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        URI uri = uri();
        return (uri == null ? "?" : uri.getScheme() + "://" + uri.getHost()) + "/…";
    }
}
