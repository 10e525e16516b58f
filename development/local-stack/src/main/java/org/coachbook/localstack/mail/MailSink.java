package org.coachbook.localstack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server on loopback that delivers nothing and keeps each mail, per recipient, as an {@code .eml} file. */
public final class MailSink implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final GreenMail server;
    private final Path directory;
    private final AtomicInteger count = new AtomicInteger();

    /** A server that does not listen yet. */
    public MailSink(int port, Path directory) {
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.directory = directory;
    }

    /** Listens. */
    public void start() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    private GreenMailUser keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        String name = "%s-%06d-%s.eml"
                .formatted(
                        STAMP.format(Instant.now()),
                        count.incrementAndGet(),
                        recipient.getEmail().replaceAll("[^A-Za-z0-9@._+-]", "_"));
        Path partial = directory.resolve("." + name);
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(partial)) {
                message.getMessage().writeTo(out);
            }
            Files.move(partial, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nobody(recipient.getEmail());
    }

    @Override
    public void close() {
        server.stop();
    }
}
