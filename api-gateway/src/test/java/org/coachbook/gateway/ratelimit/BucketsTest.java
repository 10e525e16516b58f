package org.coachbook.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Buckets buckets = new Buckets(3, 60, Duration.ofMinutes(1), new Meter());

    @Test
    void one_too_many_waits_until_the_next_comes_back() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void callers_do_not_pay_for_each_other() {
        for (int i = 0; i < 10; i++) {
            buckets.take("a");
        }
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void callers_who_are_quiet_again_are_forgotten() {
        for (int i = 0; i < 20_001; i++) {
            buckets.take("caller " + i);
        }
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        buckets.take("one more");
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void retry_after_is_rounded_up() {
        assertThat(TooMany.seconds(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(TooMany.seconds(Duration.ofMillis(1_001))).isEqualTo(2);
        assertThat(TooMany.seconds(Duration.ofSeconds(2))).isEqualTo(2);
    }

    private final class Meter implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
