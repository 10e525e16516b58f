package org.coachbook.availability.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    private final SharedReads<String, Integer> shared = new SharedReads<>(_ -> {
        int number = reads.incrementAndGet();
        if (number == 1) {
            awaitEndOfFirst();
        }
        return number;
    });

    @Test
    void who_comes_during_a_read_shares_the_next_one() throws ExecutionException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> shared.get("a"));
            await().until(() -> reads.get() == 1);
            List<Future<Integer>> rush = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                rush.add(threads.submit(() -> {
                    asked.incrementAndGet();
                    return shared.get("a");
                }));
            }
            await().until(() -> asked.get() == 200);
            firstMayEnd.countDown();
            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> one : rush) {
                assertThat(one.get()).isGreaterThan(1);
            }
        }
        assertThat(reads.get()).isLessThan(20);
    }

    @Test
    void one_after_the_other_reads_each_time() {
        firstMayEnd.countDown();
        assertThat(List.of(shared.get("a"), shared.get("a"), shared.get("b"))).containsExactly(1, 2, 3);
    }

    @Test
    void a_failure_is_not_shared() {
        AtomicInteger tries = new AtomicInteger();
        SharedReads<String, Integer> failing = new SharedReads<>(_ -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
            }
            return 7;
        });
        assertThatThrownBy(() -> failing.get("a")).isInstanceOf(IllegalStateException.class);
        assertThat(failing.get("a")).isEqualTo(7);
    }

    private void awaitEndOfFirst() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
