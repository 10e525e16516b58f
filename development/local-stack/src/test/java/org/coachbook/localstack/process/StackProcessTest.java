package org.coachbook.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbook.testing.LeashedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {
    @TempDir
    Path state;

    private StackProcess process;

    @BeforeEach
    void start() {
        process = new StackProcess(
                "sleeper",
                () -> LeashedProcess.start(List.of("sleep", "60"), Map.of(), state.resolve("log")),
                Duration.ofSeconds(5));
        process.start();
    }

    @AfterEach
    void stop() {
        process.stop();
    }

    @Test
    void a_restart_gives_it_another_process_id() {
        long before = pid();
        process.restart();
        assertThat(pid()).isNotEqualTo(before);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_killed_process_is_revived() {
        process.kill();
        assertThat(process.isAlive()).isFalse();
        assertThat(process.revive()).isTrue();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_stopped_process_stays_stopped() {
        process.stop();
        assertThat(process.revive()).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    private long pid() {
        return process.identity().orElseThrow().pid();
    }
}
