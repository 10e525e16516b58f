package org.coachbook.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Texts;
import org.coachbook.notification.notice.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its templates see it, in the reader's language.
 *
 * @param language BCP 47 language of the text
 * @param rows facts of the session
 * @param url where the booking is, the coach whose time is offered, the reader's connections, or where an invitation is accepted
 */
public record MailContent(
        String language,
        String subject,
        String greeting,
        String title,
        String text,
        List<Row> rows,
        String url,
        String open,
        String reason) {

    /** A fact with its name. */
    public record Row(String label, String value) {}

    /**
     * What else is told beside the words of the notice.
     *
     * @param recipient his name, empty where only his address is known
     */
    record Details(
            String recipient,
            @Nullable String place,
            @Nullable String subject,
            String url) {}

    static MailContent of(Notice notice, Wording words, Details details, Texts texts, String language) {
        List<Row> rows = new ArrayList<>();
        Wording.Time time = words.time();
        addIfKnown(rows, texts.get("mail.session"), time == null ? null : time.session());
        rows.add(new Row(texts.get("mail.with"), words.other()));
        addIfKnown(rows, texts.get("mail.when"), time == null ? null : time.when());
        addOffer(rows, time == null ? null : time.offer(), texts);
        addIfKnown(rows, texts.get("mail.where"), details.place());
        addIfKnown(rows, texts.get("mail.subject"), details.subject());
        String about = notice.kind().about().key();
        return new MailContent(
                language,
                PlainText.line(words.title() + ": " + words.called()),
                greeting(details, texts),
                words.title(),
                words.text(),
                List.copyOf(rows),
                details.url(),
                texts.get("mail.open." + about),
                texts.get("mail.reason." + about));
    }

    private static String greeting(Details details, Texts texts) {
        return details.recipient().isEmpty()
                ? texts.get("mail.greeting.unnamed")
                : texts.get("mail.greeting", Map.of("name", details.recipient()));
    }

    private static void addOffer(List<Row> rows, Wording.@Nullable Offer offer, Texts texts) {
        if (offer != null) {
            offer.times().forEach(time -> rows.add(new Row(texts.get("mail.offered"), time)));
            rows.add(new Row(texts.get("mail.until"), offer.until()));
        }
    }

    private static void addIfKnown(List<Row> rows, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            rows.add(new Row(label, value));
        }
    }
}
