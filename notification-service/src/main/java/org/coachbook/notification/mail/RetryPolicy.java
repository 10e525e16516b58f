package org.coachbook.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed mail is tried again: after a pause that doubles each time.
 *
 * @param first pause after the first attempt
 * @param longest pause
 * @param giveUpAfter age at which a mail is given up
 */
public record RetryPolicy(Duration first, Duration longest, Duration giveUpAfter) {
    /** A server that refuses for good is asked so often in all; it may be its configuration that is wrong. */
    static final int TRIES_OF_A_REFUSED_MAIL = 5;

    /** When to try again; empty when the mail is given up. */
    Optional<Instant> next(MailJob job, boolean refused, Instant now) {
        boolean tooOld = !now.isBefore(job.createdAt().plus(giveUpAfter));
        if (tooOld || (refused && job.attempts() >= TRIES_OF_A_REFUSED_MAIL)) {
            return Optional.empty();
        }
        return Optional.of(now.plus(pauseAfter(job.attempts())));
    }

    private Duration pauseAfter(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
