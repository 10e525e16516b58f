package org.coachbook.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mails are sent; durations as in ISO 8601. */
@ConfigMapping(prefix = "coachbook.mail")
public interface MailConfig {
    /** Our address: the sender, and the organizer of calendar entries. */
    String address();

    /** The sender's name. */
    @WithDefault("Coachbook")
    String senderName();

    /** The server that takes our mails on. */
    Server server();

    /** How long the mail server may be silent: while connecting, after each command, and while a mail is written. */
    @WithDefault("PT5S")
    Duration answerTimeOut();

    /** How long a claimed mail is nobody else's; longer than reading and sending can take. */
    @WithDefault("PT60S")
    Duration lease();

    @WithDefault("PT1S")
    Duration firstRetry();

    @WithDefault("PT10M")
    Duration longestRetry();

    @WithDefault("P3D")
    Duration giveUpAfter();

    /** How many mails are on their way at the same time. */
    @WithDefault("8")
    int atOnce();

    /** Where the mail server is and how to talk to it. */
    interface Server {
        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("1025")
        int port();

        /** Left out where the server asks for none. */
        Optional<String> username();

        Optional<String> password();

        @WithDefault("where-offered")
        Encryption encryption();
    }

    /** Whether the way to the mail server is encrypted. */
    enum Encryption {
        /** With STARTTLS (RFC 3207) where the server offers it. */
        WHERE_OFFERED,
        /** With STARTTLS, or no mail is sent. */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        TLS
    }

    default RetryPolicy retryPolicy() {
        return new RetryPolicy(firstRetry(), longestRetry(), giveUpAfter());
    }
}
