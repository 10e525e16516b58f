package org.coachbook.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coachbook.testing.LeashedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {
    @TempDir
    Path state;

    private LeashedProcess sleeper;
    private ProcessLedger ledger;

    @BeforeEach
    void start() {
        sleeper = LeashedProcess.start(List.of("sleep", "60"), Map.of(), state.resolve("log"));
        ledger = new ProcessLedger(state.resolve("processes.json"));
    }

    @AfterEach
    void stop() {
        sleeper.kill();
    }

    @Test
    void what_an_earlier_launcher_left_is_ended() {
        ledger.write(List.of(new ProcessRecord("kafka", sleeper.pid(), startedAt())));
        assertThat(new ProcessLedger(state.resolve("processes.json")).endAll()).containsExactly("kafka");
        assertThat(sleeper.isAlive()).isFalse();
    }

    @Test
    void a_stranger_that_got_the_process_id_is_left_alone() {
        ledger.write(
                List.of(new ProcessRecord("kafka", sleeper.pid(), startedAt().minusSeconds(3600))));
        assertThat(ledger.endAll()).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void without_a_file_there_is_nothing_to_end() {
        assertThat(ledger.endAll()).isEmpty();
    }

    private Instant startedAt() {
        return sleeper.startInstant().orElseThrow();
    }
}
