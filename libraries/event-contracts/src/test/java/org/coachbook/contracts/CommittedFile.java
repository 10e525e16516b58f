package org.coachbook.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made from the code and stands in the repository: {@code -Dcontracts.update} writes it anew. */
final class CommittedFile {
    private CommittedFile() {}

    static void assertHolds(Path file, String expected) {
        try {
            if (Boolean.getBoolean("contracts.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, expected);
            }
            assertThat(file)
                    .as("make it with -Dcontracts.update=true, and read the difference")
                    .exists();
            assertThat(Files.readString(file)).as(file.toString()).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
