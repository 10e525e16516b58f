package org.coachbook.notification.mail;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.coachbook.notification.mail.MailConfig.Encryption;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to the mail server (RFC 5321). Each has a connection of its own, because one that was kept may be dead
 * without anybody having noticed, and each wait has an end.
 */
@Singleton
class MailServerConnection {
    private final Session session;
    private final InternetAddress sender;

    MailServerConnection(MailConfig config) {
        this.session = Session.getInstance(propertiesOf(config), signIn(config.server()));
        this.sender = senderOf(config);
    }

    private static Properties propertiesOf(MailConfig config) {
        MailConfig.Server server = config.server();
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        set(properties, "host", server.host());
        set(properties, "port", server.port());
        set(properties, "auth", server.username().isPresent());
        set(properties, "ssl.enable", server.encryption() == Encryption.TLS);
        set(properties, "starttls.enable", true);
        set(properties, "starttls.required", server.encryption() == Encryption.STARTTLS);
        // Otherwise the name of this machine is looked up, which may take long and tells it to the world.
        set(properties, "localhost", config.address().substring(config.address().indexOf('@') + 1));
        long limit = config.answerTimeOut().toMillis();
        set(properties, "connectiontimeout", limit);
        set(properties, "timeout", limit);
        set(properties, "writetimeout", limit);
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, value.toString());
    }

    private static @Nullable Authenticator signIn(MailConfig.Server server) {
        return server.username()
                .map(user -> new PasswordAuthentication(user, server.password().orElse("")))
                .map(MailServerConnection::always)
                .orElse(null);
    }

    private static Authenticator always(PasswordAuthentication account) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return account;
            }
        };
    }

    private static InternetAddress senderOf(MailConfig config) {
        try {
            return new InternetAddress(config.address(), config.senderName(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    /** Returns once the server has taken the letter on. */
    void send(Letter letter) throws MessagingException {
        Transport.send(LetterMapper.of(letter, sender, session));
    }
}
