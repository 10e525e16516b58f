package org.coachbook.gateway.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The limits that hold for one kind of caller. */
final class Limits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    final Buckets addresses;
    final Buckets subjects;
    final Buckets registrations;
    final Buckets logIns;
    final Buckets accountLogIns;

    Limits(LimitConfig.Figures figures, TimeMeter time) {
        this.addresses = new Buckets(2 * figures.requestsPerSecond(), figures.requestsPerSecond(), SECOND, time);
        this.subjects =
                new Buckets(2 * figures.subjectRequestsPerSecond(), figures.subjectRequestsPerSecond(), SECOND, time);
        this.registrations =
                new Buckets(figures.registrationsPerMinute(), figures.registrationsPerMinute(), MINUTE, time);
        this.logIns = new Buckets(figures.logInsPerMinute(), figures.logInsPerMinute(), MINUTE, time);
        this.accountLogIns =
                new Buckets(figures.accountLogInsPerMinute(), figures.accountLogInsPerMinute(), MINUTE, time);
    }
}
