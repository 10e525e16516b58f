package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MailTroubleTest {
    @Test
    void what_a_mail_server_says_is_not_repeated() {
        var said = new SMTPException("refused", 550, List.of("550 no such user ada@example.com"), true);
        assertThat(MailTrouble.of(new CompletionException(said)))
                .isEqualTo(new MailTrouble("mail server answered 550", true));
    }

    @Test
    void a_passing_refusal_is_none_for_good() {
        var said = new SMTPException("later", 451, List.of("451 greylisted"), true);
        assertThat(MailTrouble.of(said).refused()).isFalse();
    }

    @Test
    void a_server_that_is_away_is_named_by_the_kind_of_failure() {
        var failure = new CompletionException(new ConnectException("ada@example.com"));
        assertThat(MailTrouble.of(failure)).isEqualTo(new MailTrouble("ConnectException", false));
    }
}
