package org.coachbook.availability.externalcalendars;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reading of calendars out of our own networks. What it answers is the address to connect to: a name that is
 * looked up again could stand for another one by then.
 *
 * @param loopback whether this machine itself may be read from, for development and tests
 */
record AddressGuard(Lookup lookup, boolean loopback) {
    /** All addresses that a name stands for. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** A page to ask for, and the machine that was found to be a public one. */
    record Admitted(URI uri, InetAddress machine) {
        boolean secure() {
            return "https".equalsIgnoreCase(uri.getScheme());
        }

        int port() {
            return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
        }

        String host() {
            return CalendarAddress.unbracketed(uri.getHost());
        }

        String path() {
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
    }

    /** Admits the address when every machine that its name stands for may be read from. */
    Admitted admit(CalendarAddress address) throws UnreadableCalendarException {
        @Nullable URI uri = address.uri();
        if (uri == null || address.problem(loopback) != null) {
            throw new UnreadableCalendarException(Trouble.UNREACHABLE);
        }
        Admitted admitted = null;
        for (InetAddress machine : machines(uri)) {
            Admitted next = new Admitted(uri, machine);
            if (!mayBeRead(next)) {
                throw new UnreadableCalendarException(Trouble.UNREACHABLE);
            }
            admitted = admitted == null ? next : admitted;
        }
        if (admitted == null) {
            throw new UnreadableCalendarException(Trouble.UNREACHABLE);
        }
        return admitted;
    }

    private List<InetAddress> machines(URI uri) throws UnreadableCalendarException {
        try {
            return List.of(lookup.of(CalendarAddress.unbracketed(Objects.requireNonNull(uri.getHost()))));
        } catch (UnknownHostException e) {
            throw new UnreadableCalendarException(Trouble.UNREACHABLE);
        }
    }

    private boolean mayBeRead(Admitted admitted) {
        boolean ownMachine = loopback && admitted.machine().isLoopbackAddress();
        return ownMachine || (admitted.secure() && PublicAddresses.has(admitted.machine()));
    }
}
