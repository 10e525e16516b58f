package org.coachbook.notification.notice;

import java.util.Map;

/**
 * A notice in words.
 *
 * @param title a few words, without names
 * @param text one or two sentences
 * @param session what the session is called
 * @param other how the other party is called
 * @param when the session's time on the reader's clock
 */
public record Wording(String title, String text, String session, String other, String when) {
    /** Puts a notice into the reader's language. */
    public static Wording of(Notice notice, Names names, Reader reader) {
        Texts texts = Texts.of(reader);
        String session = names.session().orElseGet(() -> texts.get("unnamed.session"));
        Role otherRole = notice.role() == Role.CLIENT ? Role.COACH : Role.CLIENT;
        String other = names.other().orElseGet(() -> texts.get("unnamed." + otherRole.key()));
        String when = SpokenTime.of(notice.session().start(), notice.session().end(), reader);
        Money money = notice.money();
        Map<String, String> values = Map.of(
                "session", session,
                "other", other,
                "when", when,
                "money", money == null ? "" : money.in(reader.locale()));
        String title = texts.get(notice.kind().key() + ".title");
        return new Wording(title, texts.get(textKey(notice, texts), values), session, other, when);
    }

    /** A text of the very status where there is one: who cancelled decides on the words. */
    private static String textKey(Notice notice, Texts texts) {
        String kind = notice.kind().key();
        String exact =
                kind + "." + notice.session().status() + "." + notice.role().key();
        return texts.find(exact).isPresent()
                ? exact
                : kind + "." + notice.role().key();
    }
}
