package org.coachbook.localstack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFreshnessTest {
    @TempDir
    Path module;

    @Test
    void the_newest_source_counts_and_built_files_and_tests_do_not() throws IOException {
        file("pom.xml", 1_000);
        file("src/main/java/A.java", 3_000);
        file("src/test/java/ATest.java", 4_000);
        file("target/classes/A.class", 5_000);
        assertThat(SourceFreshness.newest(module)).isEqualTo(3_000);
    }

    @Test
    void a_missing_folder_has_no_sources() {
        assertThat(SourceFreshness.newest(module.resolve("none"))).isZero();
    }

    private void file(String path, long modifiedMillis) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
        Files.setLastModifiedTime(file, FileTime.fromMillis(modifiedMillis));
    }
}
