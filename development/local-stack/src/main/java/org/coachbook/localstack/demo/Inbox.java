package org.coachbook.localstack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.localstack.http.Eventually;

/** The stored mails. */
record Inbox(Path directory) {
    /** The latest mail to this address that announces a booking, which comes with a calendar entry. */
    Path awaitFor(String address, Duration limit) {
        Eventually.becomes(limit, () -> !invitations(address).isEmpty(), "an invitation to " + address + " arrived");
        return invitations(address).getLast();
    }

    private List<Path> invitations(String address) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(address + ".eml"))
                    .filter(Inbox::hasCalendarEntry)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasCalendarEntry(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("text/calendar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
