package org.coachbook.notification.mail;

import io.vertx.ext.mail.SMTPException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail could not be sent, in words that hold no address: what a mail server says often does.
 *
 * @param refused whether the server said that it will never take it (RFC 5321 §4.2.1, 5yz)
 */
record MailTrouble(String reason, boolean refused) {
    static MailTrouble of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return new MailTrouble("mail server answered " + smtp.getReplyCode(), smtp.isPermanent());
            }
        }
        return new MailTrouble(rootOf(failure).getClass().getSimpleName(), false);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
