package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class MailTroubleTest {
    private static final Address[] NONE = {};

    @Test
    void what_a_mail_server_says_is_not_repeated() throws AddressException {
        var said = new SMTPAddressFailedException(
                new InternetAddress("ada@example.com"), "RCPT", 550, "550 no such user ada@example.com");
        assertThat(MailTrouble.of(new SendFailedException("Invalid Addresses", said)))
                .isEqualTo(new MailTrouble("mail server answered 550", true));
    }

    @Test
    void a_passing_refusal_is_none_for_good() {
        var said =
                new SMTPSendFailedException("DATA", 451, "451 greylisted", new MessagingException(), NONE, NONE, NONE);
        assertThat(MailTrouble.of(said)).isEqualTo(new MailTrouble("mail server answered 451", false));
    }

    @Test
    void a_server_that_is_away_is_named_by_the_kind_of_failure() {
        var failure = new MessagingException("ada@example.com", new ConnectException("ada@example.com"));
        assertThat(MailTrouble.of(failure)).isEqualTo(new MailTrouble("ConnectException", false));
    }
}
