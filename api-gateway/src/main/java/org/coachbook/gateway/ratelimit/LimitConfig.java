package org.coachbook.gateway.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Rate limits. Callers on this machine have their own figures, generous enough for tests, demos and benchmarks; behind
 * a proxy, forwarded addresses must be switched on ({@code quarkus.http.proxy.proxy-address-forwarding}) so that
 * callers are told apart at all.
 */
@ConfigMapping(prefix = "coachbook.limits")
public interface LimitConfig {
    /** For callers elsewhere. */
    Remote remote();

    /** For callers on this machine. */
    Loopback loopback();

    /** The figures. */
    interface Figures {
        /** Requests a second from an address; twice as many at once. */
        int requestsPerSecond();

        /** Requests a second of a signed-in person; twice as many at once. */
        int subjectRequestsPerSecond();

        /** Registrations a minute from an address. */
        int registrationsPerMinute();

        /** Log-ins a minute from an address, whatever the account. */
        int logInsPerMinute();

        /** Log-ins a minute from an address into one account. */
        int accountLogInsPerMinute();
    }

    /** Defaults for the Internet. */
    interface Remote extends Figures {
        @Override
        @WithDefault("100")
        int requestsPerSecond();

        @Override
        @WithDefault("50")
        int subjectRequestsPerSecond();

        @Override
        @WithDefault("20")
        int registrationsPerMinute();

        @Override
        @WithDefault("60")
        int logInsPerMinute();

        @Override
        @WithDefault("10")
        int accountLogInsPerMinute();
    }

    /** Defaults for this machine. */
    interface Loopback extends Figures {
        @Override
        @WithDefault("20000")
        int requestsPerSecond();

        @Override
        @WithDefault("20000")
        int subjectRequestsPerSecond();

        @Override
        @WithDefault("6000")
        int registrationsPerMinute();

        @Override
        @WithDefault("6000")
        int logInsPerMinute();

        @Override
        @WithDefault("300")
        int accountLogInsPerMinute();
    }
}
