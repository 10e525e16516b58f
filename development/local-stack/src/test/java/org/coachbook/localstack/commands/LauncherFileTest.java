package org.coachbook.localstack.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.coachbook.localstack.process.ProcessRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherFileTest {
    @TempDir
    Path state;

    @Test
    void a_running_launcher_is_found_and_its_secrets_are_its_owners() throws Exception {
        Path file = state.resolve("launcher.json");
        LauncherFile written = new LauncherFile(ProcessRecord.ofThisJvm("launcher"), "http://127.0.0.1:1", "t");
        written.write(file);
        assertThat(LauncherFile.ofRunning(file)).contains(written);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_launcher_that_has_gone_is_not() {
        Path file = state.resolve("launcher.json");
        long pid = ProcessHandle.current().pid();
        new LauncherFile(new ProcessRecord("launcher", pid, Instant.EPOCH), "", "").write(file);
        assertThat(LauncherFile.ofRunning(file)).isEmpty();
    }
}
