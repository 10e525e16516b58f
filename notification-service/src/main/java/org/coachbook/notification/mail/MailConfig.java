package org.coachbook.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are sent; durations as in ISO 8601. */
@ConfigMapping(prefix = "coachbook.mail")
public interface MailConfig {
    /** Our address: the sender, and the organizer of calendar entries. */
    String address();

    /**
     * How long the mail server may take to accept one mail. It is also how long a mail waits whose connection is lost in
     * the middle of it: the mail client does not always tell.
     */
    @WithDefault("PT10S")
    Duration sendTimeOut();

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

    default RetryPolicy retryPolicy() {
        return new RetryPolicy(firstRetry(), longestRetry(), giveUpAfter());
    }
}
