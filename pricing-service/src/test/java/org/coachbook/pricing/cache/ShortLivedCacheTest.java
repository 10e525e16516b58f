package org.coachbook.pricing.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShortLivedCacheTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger loads = new AtomicInteger();
    private final List<Runnable> renewals = new ArrayList<>();
    private final ShortLivedCache<String, Integer> cache =
            new ShortLivedCache<>(Duration.ofNanos(100), nanos::get, renewals::add);

    @Test
    void what_was_found_is_kept_until_its_time_is_over() {
        assertThat(load()).contains(1);
        nanos.addAndGet(99);
        assertThat(load()).as("also across the overflow of the nano clock").contains(1);
        nanos.addAndGet(1);
        assertThat(load()).contains(2);
    }

    @Test
    void what_was_not_found_is_looked_for_again() {
        assertThat(cache.get("a", key -> Optional.empty())).isEmpty();
        assertThat(load()).contains(1);
    }

    @Test
    void what_is_dropped_is_loaded_again() {
        load();
        cache.drop("a");
        assertThat(load()).contains(2);
    }

    @Test
    void a_load_that_began_before_a_drop_does_not_survive_it() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual()
                .start(() -> cache.get("a", key -> {
                    loading.countDown();
                    awaitQuietly(mayEnd);
                    return Optional.of(0);
                }));
        loading.await();
        Thread writer = Thread.ofVirtual().start(() -> cache.drop("a"));
        mayEnd.countDown();
        reader.join();
        writer.join();
        assertThat(load()).contains(1);
    }

    @Test
    void what_is_asked_for_after_half_of_its_time_is_loaded_anew_once_while_nobody_waits() {
        assertThat(load()).contains(1);
        nanos.addAndGet(49);
        assertThat(load()).contains(1);
        assertThat(renewals).isEmpty();

        nanos.addAndGet(1);
        assertThat(load()).contains(1);
        assertThat(load()).contains(1);
        assertThat(renewals).hasSize(1);
        renewals.getFirst().run();
        assertThat(load()).contains(2);
        nanos.addAndGet(99);
        assertThat(load()).contains(2);
    }

    @Test
    void what_was_dropped_meanwhile_is_not_put_back() {
        load();
        nanos.addAndGet(60);
        load();
        cache.drop("a");
        renewals.getFirst().run();

        assertThat(loads).hasValue(1);
        assertThat(load()).contains(2);
    }

    @Test
    void what_cannot_be_loaded_anew_is_good_until_its_time_is_over() {
        load();
        nanos.addAndGet(60);
        cache.get("a", _ -> {
            throw new IllegalStateException("no database");
        });
        renewals.getFirst().run();

        assertThat(load()).contains(1);
        nanos.addAndGet(40);
        assertThat(load()).contains(2);
    }

    private Optional<Integer> load() {
        return cache.get("a", key -> Optional.of(loads.incrementAndGet()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
