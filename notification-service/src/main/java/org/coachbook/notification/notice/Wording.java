package org.coachbook.notification.notice;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words.
 *
 * @param title a few words, without names
 * @param text one or two sentences
 * @param other how the other party is called
 * @param time the session it is about, null where it is about none
 */
public record Wording(
        String title, String text, String other, @Nullable Time time) {
    /**
     * A session in words.
     *
     * @param session what it is called
     * @param when its time on the reader's clock
     * @param before when it was before it was moved, empty where that is not told
     * @param offer other times for it, null where none are told
     */
    public record Time(
            String session,
            String when,
            String before,
            @Nullable Offer offer) {}

    /**
     * Other times to choose from, in words.
     *
     * @param until when the choice ends
     */
    public record Offer(List<String> times, String until) {}

    /** Puts a notice into the reader's language. */
    public static Wording of(Notice notice, Names names, Reader reader) {
        Texts texts = Texts.of(reader);
        Role otherRole = notice.role() == Role.CLIENT ? Role.COACH : Role.CLIENT;
        String other = names.other().orElseGet(() -> texts.get("unnamed." + otherRole.key()));
        Time time = timeOf(notice, names, reader, texts);
        Map<String, String> values = new HashMap<>(Map.of("other", other));
        if (time != null) {
            values.put("session", time.session());
            values.put("when", time.when());
            values.put("before", time.before());
        }
        Optional.ofNullable(notice.money()).ifPresent(money -> values.put("money", money.in(reader.locale())));
        String title = texts.get(notice.kind().key() + ".title");
        return new Wording(title, texts.get(textKey(notice, texts), values), other, time);
    }

    /** What it is about, in a few words: the session, or else the other party. */
    public String called() {
        return time == null ? other : time.session();
    }

    private static @Nullable Time timeOf(Notice notice, Names names, Reader reader, Texts texts) {
        Session session = notice.session();
        if (session == null) {
            return null;
        }
        String name = names.session().orElseGet(() -> texts.get("unnamed.session"));
        String before = Optional.ofNullable(session.movedFrom())
                .map(start -> SpokenTime.of(start, reader))
                .orElse("");
        return new Time(
                name, SpokenTime.of(session.start(), session.end(), reader), before, offerOf(notice, session, reader));
    }

    private static @Nullable Offer offerOf(Notice notice, Session session, Reader reader) {
        Proposal proposal = session.proposal();
        if (proposal == null || !notice.kind().offersTimes()) {
            return null;
        }
        Duration length = Duration.between(session.start(), session.end());
        List<String> times = proposal.times().stream()
                .map(start -> SpokenTime.of(start, start.plus(length), reader))
                .toList();
        return new Offer(times, SpokenTime.of(proposal.deadline(), reader));
    }

    /** A text of the very reason or status where there is one: who cancelled, or which time was given up, decides on the words. */
    private static String textKey(Notice notice, Texts texts) {
        String kind = notice.kind().key();
        String role = notice.role().key();
        return Stream.ofNullable(notice.session())
                .flatMap(Wording::circumstances)
                .flatMap(why -> Stream.of(kind + "." + why + "." + role, kind + "." + why))
                .filter(key -> texts.find(key).isPresent())
                .findFirst()
                .orElse(kind + "." + role);
    }

    private static Stream<String> circumstances(Session session) {
        return Stream.of(
                        Stream.ofNullable(session.reason()),
                        Stream.ofNullable(session.movedFrom()).map(_ -> "moved"),
                        Stream.of(session.status()))
                .flatMap(Function.identity());
    }
}
