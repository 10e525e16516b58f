package org.coachbook.notification.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.notification.calendar.Invitation;
import org.coachbook.notification.notice.About;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Reader;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;
import org.coachbook.notification.notice.Texts;
import org.coachbook.notification.notice.Wording;
import org.coachbook.notification.reading.Booking;
import org.coachbook.notification.reading.BookingsClient;
import org.coachbook.notification.reading.NamesReader;
import org.coachbook.notification.reading.SessionTypesClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes a mail: reads who and what it is about at that moment, and puts it into the reader's language. */
@Singleton
class MailComposer {
    private final Recipients recipients;
    private final BookingsClient bookings;
    private final SessionTypesClient sessionTypes;
    private final NamesReader names;
    private final Clock clock;
    private final String publicUrl;
    private final String ownAddress;

    MailComposer(
            Recipients recipients,
            BookingsClient bookings,
            SessionTypesClient sessionTypes,
            NamesReader names,
            Clock clock,
            @ConfigProperty(name = "coachbook.public-url") String publicUrl,
            @ConfigProperty(name = "coachbook.mail.address") String ownAddress) {
        this.recipients = recipients;
        this.bookings = bookings;
        this.sessionTypes = sessionTypes;
        this.names = names;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.ownAddress = ownAddress;
    }

    /**
     * The mail; empty when its recipient has no account or no usable address any more.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when something cannot be read now
     */
    Optional<Letter> compose(MailJob job) {
        return recipients.of(job.notice()).map(recipient -> letter(job, recipient));
    }

    private Letter letter(MailJob job, Recipient recipient) {
        Notice notice = job.notice();
        Reader reader = recipient.reader();
        Texts texts = Texts.of(reader);
        Wording words = Wording.of(notice, names.of(notice), reader);
        String place = placeOf(notice, texts);
        var details = new MailContent.Details(
                PlainText.line(recipient.name()), place, titleOf(notice), publicUrl + recipient.page());
        String language = reader.locale().getLanguage();
        MailContent content = MailContent.of(notice, words, details, texts, language);
        Letter letter = letter(job, recipient, content);
        return notice.calendar() == CalendarMark.NONE
                ? letter
                : attach(letter, invitation(notice, words, content, place, recipient));
    }

    private @Nullable String placeOf(Notice notice, Texts texts) {
        Session session = notice.session();
        return session == null ? null : Place.of(sessionTypes.find(session.sessionTypeId()), notice.calendar(), texts);
    }

    private @Nullable String titleOf(Notice notice) {
        return notice.kind().about() == About.BOOKING
                ? bookings.find(notice.subjectId()).map(Booking::title).orElse(null)
                : null;
    }

    private static Letter letter(MailJob job, Recipient recipient, MailContent content) {
        Map<String, String> headers = Map.of(
                "Message-ID", job.messageId(),
                "Content-Language", content.language(),
                "Auto-Submitted", "auto-generated");
        return new Letter(
                recipient.email(),
                content.subject(),
                MailTemplates.html(content).render(),
                MailTemplates.text(content).render(),
                headers,
                null);
    }

    private Invitation invitation(
            Notice notice, Wording words, MailContent content, @Nullable String place, Recipient recipient) {
        Session session = Objects.requireNonNull(notice.session(), "only sessions are in calendars");
        String own = recipient.name();
        String coach = notice.role() == Role.COACH ? own : words.other();
        return new Invitation(
                session.bookingId(),
                notice.calendar(),
                notice.sequence(),
                session.start(),
                session.end(),
                clock.instant(),
                PlainText.line(words.called() + " – " + words.other()),
                content.url(),
                place,
                new Invitation.Participant(coach, ownAddress),
                new Invitation.Participant(own, recipient.email()));
    }

    private static Letter attach(Letter letter, Invitation invitation) {
        String type = "text/calendar; charset=UTF-8; method=" + invitation.method();
        return letter.with(new Letter.Attachment("session.ics", invitation.text(), type));
    }
}
