package org.coachbook.localstack;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does the same for several things at a time. */
final class Parallel {
    private Parallel() {}

    /** Returns when all are done; throws the first failure then. At most {@code atOnce} run at a time, in order. */
    static <T> void run(List<T> things, int atOnce, Consumer<T> work) {
        Semaphore slots = new Semaphore(atOnce, true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = things.stream()
                    .<Future<?>>map(thing -> {
                        slots.acquireUninterruptibly();
                        return threads.submit(() -> {
                            try {
                                work.accept(thing);
                            } finally {
                                slots.release();
                            }
                        });
                    })
                    .toList();
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(messageOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String messageOf(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? failure.toString() : cause.getMessage();
    }
}
