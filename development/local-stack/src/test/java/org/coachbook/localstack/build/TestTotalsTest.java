package org.coachbook.localstack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTotalsTest {
    @TempDir
    Path root;

    @Test
    void surefire_and_failsafe_reports_of_all_modules_are_summed() throws IOException {
        report("booking-service/target/surefire-reports/TEST-A.xml", 5, 1, 1, 1);
        report("libraries/chassis/target/failsafe-reports/TEST-B.xml", 3, 0, 0, 0);
        assertThat(TestTotals.since(Instant.EPOCH, root)).isEqualTo(new TestTotals(5, 2));
    }

    @Test
    void reports_of_earlier_runs_do_not_count() throws IOException {
        Path old = report("booking-service/target/surefire-reports/TEST-A.xml", 5, 0, 0, 0);
        Instant begin = Instant.now();
        Files.setLastModifiedTime(old, FileTime.from(begin.minusSeconds(60)));
        assertThat(TestTotals.since(begin, root)).isEqualTo(new TestTotals(0, 0));
    }

    @Test
    void no_tests_at_all_are_not_green() {
        assertThat(new TestTotals(0, 0).isGreen()).isFalse();
        assertThat(new TestTotals(7, 1).isGreen()).isFalse();
        assertThat(new TestTotals(7, 0).isGreen()).isTrue();
    }

    private Path report(String path, int tests, int failures, int errors, int skipped) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="A" tests="%d" failures="%d" errors="%d" skipped="%d"><testcase name="x"/></testsuite>
                """.formatted(tests, failures, errors, skipped));
    }
}
