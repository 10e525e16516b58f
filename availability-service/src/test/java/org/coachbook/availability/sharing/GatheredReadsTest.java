package org.coachbook.availability.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatheredReadsTest {
    private final List<Set<Integer>> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    /** Finds the squares of even numbers. */
    private final GatheredReads<String, Integer, Integer> gathered = new GatheredReads<>(keys -> {
        reads.add(Set.copyOf(keys));
        if (reads.size() == 1) {
            awaitEndOfFirst();
        }
        return squares(keys);
    });

    @Test
    void questions_of_one_group_during_a_read_go_together_in_the_next_one()
            throws ExecutionException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Integer>> first = threads.submit(() -> gathered.get("coach", 1_000));
            await().until(() -> reads.size() == 1);
            List<Future<Optional<Integer>>> rush = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                int key = n;
                rush.add(threads.submit(() -> {
                    asked.incrementAndGet();
                    return gathered.get("coach", key);
                }));
            }
            await().until(() -> asked.get() == 200);
            firstMayEnd.countDown();
            assertThat(first.get()).contains(1_000_000);
            for (int n = 0; n < 200; n++) {
                assertThat(rush.get(n).get()).isEqualTo(n % 2 == 0 ? Optional.of(n * n) : Optional.empty());
            }
        }
        assertThat(reads.getFirst()).containsExactly(1_000);
        assertThat(reads).hasSizeLessThan(20);
    }

    @Test
    void groups_are_read_apart() {
        firstMayEnd.countDown();
        gathered.get("coach", 1);
        gathered.get("another coach", 2);
        assertThat(reads).containsExactly(Set.of(1), Set.of(2));
    }

    private static Map<Integer, Integer> squares(Set<Integer> keys) {
        return keys.stream().filter(key -> key % 2 == 0).collect(Collectors.toMap(Function.identity(), k -> k * k));
    }

    private void awaitEndOfFirst() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
