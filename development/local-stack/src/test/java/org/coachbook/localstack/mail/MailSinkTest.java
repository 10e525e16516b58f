package org.coachbook.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.testing.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    @TempDir
    Path directory;

    @Test
    void a_mail_becomes_a_file_named_after_its_recipient() throws Exception {
        int port = FreePorts.next();
        try (MailSink sink = new MailSink(port, directory)) {
            sink.start();
            GreenMailUtil.sendTextEmail(
                    "ada@example.org",
                    "coachbook@example.org",
                    "Your session",
                    "See you on Monday",
                    new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString()).endsWith("-ada@example.org.eml");
            assertThat(Files.readString(file)).contains("Subject: Your session", "See you on Monday");
        });
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
