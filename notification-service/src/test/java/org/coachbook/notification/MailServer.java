package org.coachbook.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real SMTP server at the port that the service under test sends to. */
public final class MailServer implements AutoCloseable {
    /** One part of a mail. */
    public record Content(String type, String text) {}

    /** A mail as it arrived. */
    public record Received(String subject, String messageId, List<String> recipients, List<Content> contents) {
        /** The part of a type. */
        public String part(String type) {
            return contents.stream()
                    .filter(content -> content.type().startsWith(type))
                    .map(Content::text)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + type + " in " + contents));
        }

        /** Whether there is a part of a type. */
        public boolean has(String type) {
            return contents.stream().anyMatch(content -> content.type().startsWith(type));
        }

        /** The calendar entry with its folded lines joined. */
        public String calendar() {
            return part("text/calendar").replace("\r\n ", "");
        }
    }

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /** Starts it. */
    public static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server);
    }

    /** Greets one sender, and resets his connection as soon as he speaks. */
    public static void cutOneConnection() throws IOException {
        try (ServerSocket listening = new ServerSocket(port(), 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(20_000);
            try (Socket sender = listening.accept()) {
                sender.setSoTimeout(20_000);
                sender.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(sender.getInputStream().read()).isPositive();
                sender.setSoLinger(true, 0);
            }
        }
    }

    /** Takes connections and never says a word, as behind a firewall that drops what it does not like. */
    public static ServerSocket silent() throws IOException {
        return new ServerSocket(port(), 50, InetAddress.getLoopbackAddress());
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("coachbook.mail.server.port", Integer.class);
    }

    /** The mails to a user, once there are so many. */
    public List<Received> awaitMails(String userId, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo(userId), mails -> mails.size() >= count);
    }

    /** The mails to a user so far. */
    public List<Received> mailsTo(String userId) {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::received)
                .filter(mail -> mail.recipients().contains(userId + "@example.com"))
                .toList();
    }

    private static Received received(MimeMessage message) {
        try {
            List<Content> contents = new ArrayList<>();
            collect(message, contents);
            List<String> recipients = Arrays.stream(message.getAllRecipients())
                    .map(Object::toString)
                    .toList();
            return new Received(message.getSubject(), message.getMessageID(), recipients, contents);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Part part, List<Content> contents) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, contents);
            }
        } else {
            String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            contents.add(new Content(part.getContentType(), text));
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
