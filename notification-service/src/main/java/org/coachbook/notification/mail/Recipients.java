package org.coachbook.notification.mail;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.notification.notice.About;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.reading.Account;
import org.coachbook.notification.reading.AccountsClient;
import org.coachbook.notification.reading.InvitationsClient;
import org.coachbook.notification.reading.MailedInvitation;

/** Finds out whom a mail goes to: somebody with an account, or an address that a coach invited. */
@Singleton
class Recipients {
    private final AccountsClient accounts;
    private final InvitationsClient invitations;

    Recipients(AccountsClient accounts, InvitationsClient invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /** Empty when nobody is there to read it. */
    Optional<Recipient> of(Notice notice) {
        Optional<Recipient> found = notice.kind().about() == About.INVITATION
                ? invitations.find(notice.subjectId()).flatMap(this::invited)
                : accounts.find(notice.recipientId()).filter(Account::active).map(account -> known(account, notice));
        return found.filter(recipient -> PlainText.isAddress(recipient.email()));
    }

    /** Of whom nothing is known but his address, it is assumed that he reads as his coach does. */
    private Optional<Recipient> invited(MailedInvitation invitation) {
        return accounts.find(invitation.coachId())
                .filter(Account::active)
                .map(coach ->
                        new Recipient("", invitation.email(), coach.reader(), "/invitation#" + invitation.token()));
    }

    private static Recipient known(Account account, Notice notice) {
        return new Recipient(account.name(), account.email(), account.reader(), pageOf(notice));
    }

    private static String pageOf(Notice notice) {
        return switch (notice.kind().about()) {
            case BOOKING -> "/bookings/" + notice.subjectId();
            case OFFER -> "/coaches/" + notice.coachId();
            case CONNECTION, INVITATION -> "/connections";
            case PACKAGE -> "/packages";
        };
    }
}
