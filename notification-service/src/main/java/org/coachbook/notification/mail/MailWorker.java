package org.coachbook.notification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.coachbook.chassis.time.Poller;
import org.coachbook.notification.mail.MailJob.State;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, some at once, each under a lease. A mail server that is away costs nothing but time: its
 * mails are tried again with growing pauses.
 */
@Startup
@Singleton
class MailWorker {
    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final int STOP_CHECK_MILLIS = 100;
    private static final int LAST_SENDS_SECONDS = 2;

    private final MailJobRepository jobs;
    private final MailComposer composer;
    private final MailServerConnection server;
    private final MailConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore places;
    private final Poller poller;
    private volatile boolean stopping;

    MailWorker(
            MailJobRepository jobs,
            MailComposer composer,
            MailServerConnection server,
            MailConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.composer = composer;
        this.server = server;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.places = new Semaphore(config.atOnce());
        this.poller = Poller.every(config.firstRetry(), "mail", this::round);
    }

    /**
     * Stores the jobs and sends them at once, as far as places are free: they are claimed by the very write that stores
     * them. The others wait for the next round, which comes now.
     */
    void order(List<MailJob> ordered) {
        int free = stopping ? 0 : takePlaces(ordered.size());
        List<MailJob> added = IntStream.range(0, ordered.size())
                .mapToObj(n -> n < free ? ordered.get(n).claimed(config.lease()) : ordered.get(n))
                .toList();
        List<MailJob> ours = List.of();
        try {
            ours = jobs.add(added).stream().filter(job -> job.attempts() > 0).toList();
        } finally {
            places.release(free - ours.size());
        }
        ours.forEach(this::start);
        if (free < ordered.size()) {
            poller.wake();
        }
    }

    private int takePlaces(int wanted) {
        int taken = 0;
        while (taken < wanted && places.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    private void start(MailJob job) {
        Thread.ofVirtual().name("mail").start(() -> attempt(job));
    }

    private void round() {
        boolean more = true;
        while (more && placeFree()) {
            Optional<MailJob> claimed = claim();
            claimed.ifPresentOrElse(this::start, places::release);
            more = claimed.isPresent();
        }
    }

    /** Waits for a place, but not when stopping. */
    private boolean placeFree() {
        try {
            boolean free = false;
            while (!free && !stopping) {
                free = places.tryAcquire(STOP_CHECK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return free;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<MailJob> claim() {
        try {
            return jobs.claim(clock.instant(), config.lease());
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void attempt(MailJob job) {
        try {
            composer.compose(job).ifPresentOrElse(letter -> send(job, letter), () -> skip(job));
        } catch (RuntimeException e) {
            failed(job, e);
        } finally {
            places.release();
        }
    }

    private void send(MailJob job, Letter letter) {
        try {
            server.send(letter);
            count("mails.sent", job);
            jobs.settle(job, State.SENT, "", clock.instant());
        } catch (MessagingException e) {
            failed(job, e);
        }
    }

    private void skip(MailJob job) {
        LOG.infof("Mail %s is not sent: its recipient has no active account", job.messageId());
        jobs.settle(job, State.SKIPPED, "no active account", clock.instant());
    }

    private void failed(MailJob job, Exception failure) {
        MailTrouble trouble = MailTrouble.of(failure);
        Instant now = clock.instant();
        count("mails.failed", job);
        LOG.warnf("Mail %s, attempt %d: %s", job.messageId(), job.attempts(), trouble.reason());
        config.retryPolicy()
                .next(job, trouble.refused(), now)
                .ifPresentOrElse(next -> jobs.postpone(job, next, trouble.reason()), () -> giveUp(job, trouble, now));
    }

    private void giveUp(MailJob job, MailTrouble trouble, Instant now) {
        LOG.errorf("Mail %s is given up: %s", job.messageId(), trouble.reason());
        count("mails.given.up", job);
        jobs.settle(job, State.FAILED, trouble.reason(), now);
    }

    private void count(String name, MailJob job) {
        meters.counter(name, "kind", job.notice().kind().key()).increment();
    }

    /** Claims no more, and waits a little for what is being sent: that it was sent should be recorded. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        poller.close();
        if (!places.tryAcquire(config.atOnce(), LAST_SENDS_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("Mails that are still being sent will be sent again when their leases end");
        }
    }
}
