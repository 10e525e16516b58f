package org.coachbook.notification.mail;

import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail could not be sent, in words that hold no address: what a mail server says often does.
 *
 * @param refused whether the server said that it will never take it (RFC 5321 §4.2.1, 5yz)
 */
record MailTrouble(String reason, boolean refused) {
    private static final int PERMANENT = 500;

    static MailTrouble of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            OptionalInt reply = replyIn(cause);
            if (reply.isPresent()) {
                return new MailTrouble("mail server answered " + reply.getAsInt(), reply.getAsInt() >= PERMANENT);
            }
        }
        return new MailTrouble(rootOf(failure).getClass().getSimpleName(), false);
    }

    /** The server's reply code. */
    private static OptionalInt replyIn(Throwable failure) {
        return switch (failure) {
            case SMTPSendFailedException e when e.getReturnCode() > 0 -> OptionalInt.of(e.getReturnCode());
            case SMTPAddressFailedException e -> OptionalInt.of(e.getReturnCode());
            case SMTPSenderFailedException e -> OptionalInt.of(e.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
