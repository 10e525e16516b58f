package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashedProcessTest {
    @TempDir
    Path directory;

    @Test
    void its_output_and_environment_are_its_own() {
        Path log = directory.resolve("logs/child.log");
        List<String> command = List.of("sh", "-c", "echo $GREETING; echo loud >&2; sleep 60");
        LeashedProcess child = LeashedProcess.start(command, Map.of("GREETING", "hello"), log);
        await().untilAsserted(() -> assertThat(Files.readAllLines(log)).containsExactly("hello", "loud"));
        child.kill();
    }

    @Test
    void it_ends_when_told_to() {
        LeashedProcess child = sleeper();
        assertThat(child.isAlive()).isTrue();
        child.stop(Duration.ofSeconds(5));
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void one_that_does_not_listen_is_killed_after_the_grace() {
        LeashedProcess child = LeashedProcess.start(
                List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"), Map.of(), directory.resolve("log"));
        child.stop(Duration.ofMillis(200));
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void it_ends_when_its_parent_was_killed() throws Exception {
        Path pid = directory.resolve("pid");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeashHolder.class.getName(),
                        pid.toString())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pid));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
        parent.destroyForcibly().waitFor();
        await().until(() -> !child.isAlive());
    }

    @Test
    void its_temporary_directory_goes_with_it() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("data"));
        Files.writeString(temporary.resolve("file"), "content");
        LeashedProcess child = LeashedProcess.startIn(temporary, List.of("sleep", "60"), directory.resolve("log"));
        child.kill();
        assertThat(temporary).doesNotExist();
    }

    private LeashedProcess sleeper() {
        return LeashedProcess.start(List.of("sleep", "60"), Map.of(), directory.resolve("log"));
    }
}
