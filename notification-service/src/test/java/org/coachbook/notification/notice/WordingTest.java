package org.coachbook.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
    private static final Names NAMES = new Names(Optional.of("Ada"), Optional.of("Career coaching"));

    static Stream<Arguments> everything() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Role.values())
                .flatMap(role -> Reader.LANGUAGES.stream().map(l -> Arguments.of(kind, role, l))));
    }

    static Notice notice(Kind kind, Role role, String status) {
        return notice(kind, role, session(status, null));
    }

    private static Session session(String status, @Nullable String reason) {
        Instant start = Instant.parse("2027-03-01T08:00:00Z");
        return new Session("b1", "st1", start, start.plusSeconds(3600), status, reason);
    }

    private static Notice notice(Kind kind, Role role, Session session) {
        Money money = kind == Kind.PAYMENT_REFUNDED || kind == Kind.PACKAGE_BOUGHT ? new Money(6000, "CHF") : null;
        boolean ofSession = kind.about() == About.BOOKING || kind.about() == About.OFFER;
        Session about = ofSession ? session : null;
        return new Notice(
                "e1:u1", "e1", kind, role, "u1", "u2", "b1", about, 3, Instant.EPOCH, CalendarMark.NONE, money);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void each_event_has_words_for_each_role_in_each_language(Kind kind, Role role, String language) {
        Wording words = Wording.of(notice(kind, role, "whatever"), NAMES, Reader.of(language, "Europe/Zurich"));
        assertThat(words.title()).isNotBlank().doesNotContain("{");
        assertThat(words.text())
                .contains("Ada")
                .contains(words.time() == null ? "Ada" : "Career coaching")
                .contains(words.time() == null ? "Ada" : "(Europe/Zurich)")
                .doesNotContain("{", "}");
    }

    @Test
    void the_languages_have_the_same_texts() {
        List<TreeSet<String>> keys = Reader.LANGUAGES.stream()
                .map(language ->
                        new TreeSet<>(Texts.of(Reader.of(language, null)).keys()))
                .toList();
        assertThat(keys).allSatisfy(some -> assertThat(some).isEqualTo(keys.getFirst()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | Booking confirmed      | Monday",
                "de-CH | Buchung bestätigt      | Montag, 1. März 2027, 09:00–10:00 (Europe/Zurich)",
                "fr-CH | Réservation confirmée  | lundi, 1 mars 2027",
                "it-CH | Prenotazione confermata| lunedì, 1 marzo 2027, 09:00–10:00 (Europe/Zurich)",
                "ja-JP | Booking confirmed      | Monday, March 1, 2027, 9:00"
            })
    void it_is_told_in_the_readers_language_and_zone(String locale, String title, String when) {
        Wording words =
                Wording.of(notice(Kind.BOOKING_CONFIRMED, Role.CLIENT, "x"), NAMES, Reader.of(locale, "Europe/Zurich"));
        assertThat(words.title()).isEqualTo(title);
        assertThat(words.text()).contains(when);
    }

    @ParameterizedTest
    @CsvSource({
        "cancelled_by_client, CLIENT, You cancelled",
        "cancelled_by_client, COACH, Ada cancelled",
        "cancelled_by_coach, CLIENT, Ada cancelled",
        "cancelled_by_coach, COACH, You cancelled"
    })
    void who_cancelled_is_said(String status, Role role, String words) {
        Notice notice = notice(Kind.BOOKING_CANCELLED, role, status);
        assertThat(Wording.of(notice, NAMES, Reader.of("en", "UTC")).text()).startsWith(words);
    }

    @ParameterizedTest
    @CsvSource({"minimum_not_reached, too few people joined", "not_paid, The deadline"})
    void why_a_booking_expired_is_said(String reason, String words) {
        Notice notice = notice(Kind.BOOKING_EXPIRED, Role.CLIENT, session("expired", reason));
        assertThat(Wording.of(notice, NAMES, Reader.of("en", "UTC")).text()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "declined, were declined",
        "withdrawn, were withdrawn",
        "expired, before the deadline",
        "lost, no longer free",
        "refused, could not be moved",
        ", was taken"
    })
    void why_a_session_keeps_its_time_is_said_to_either_party(@Nullable String reason, String words) {
        for (Role role : Role.values()) {
            Notice notice = notice(Kind.RESCHEDULE_DECLINED, role, session("confirmed", reason));
            assertThat(Wording.of(notice, NAMES, Reader.of("en", "UTC")).text())
                    .contains(words, "Ada", "stays as it is");
        }
    }

    @ParameterizedTest
    @CsvSource({"TIMES_SUGGESTED, true", "RESCHEDULE_PROPOSED, true", "RESCHEDULE_DECLINED, false"})
    void times_to_choose_from_are_told_on_the_readers_clock(Kind kind, boolean toChoose) {
        Instant start = Instant.parse("2027-03-02T16:00:00Z");
        Proposal proposal = new Proposal(Role.COACH, List.of(start), Instant.parse("2027-02-27T11:00:00Z"));
        Notice notice = notice(kind, Role.CLIENT, session("confirmed", null).with(proposal));
        Wording.Time time = Objects.requireNonNull(
                Wording.of(notice, NAMES, Reader.of("de", "Europe/Zurich")).time());
        assertThat(time.offer())
                .isEqualTo(
                        toChoose
                                ? new Wording.Offer(
                                        List.of("Dienstag, 2. März 2027, 17:00–18:00 (Europe/Zurich)"),
                                        "Samstag, 27. Februar 2027, 12:00 (Europe/Zurich)")
                                : null);
    }

    @ParameterizedTest
    @CsvSource({"CLIENT", "COACH"})
    void the_time_before_a_move_is_told_where_it_is_known(Role role) {
        Session session = session("rescheduled", null);
        Session moved = session.movedFrom(Instant.parse("2027-02-28T15:00:00Z"));
        Reader reader = Reader.of("de", "Europe/Zurich");
        String old = "bisher Sonntag, 28. Februar 2027, 16:00 (Europe/Zurich)";
        assertThat(Wording.of(notice(Kind.BOOKING_RESCHEDULED, role, moved), NAMES, reader)
                        .text())
                .contains(old, "Montag, 1. März 2027, 09:00–10:00 (Europe/Zurich)");
        assertThat(Wording.of(notice(Kind.BOOKING_RESCHEDULED, role, session), NAMES, reader)
                        .text())
                .doesNotContain("bisher", "{");
    }

    @Test
    void a_session_past_midnight_on_the_readers_clock_names_both_days() {
        Notice notice = notice(Kind.BOOKING_CONFIRMED, Role.CLIENT, "confirmed");
        String text =
                Wording.of(notice, NAMES, Reader.of("de", "Pacific/Auckland")).text();
        assertThat(text).contains("Montag, 1. März 2027, 21:00–22:00 (Pacific/Auckland)");
        String late =
                Wording.of(notice, NAMES, Reader.of("de", "Australia/Eucla")).text();
        assertThat(late).contains("Montag, 1. März 2027, 16:45–17:45");
        String over =
                Wording.of(notice, NAMES, Reader.of("de", "Pacific/Kiritimati")).text();
        assertThat(over).contains("22:00–23:00");
        String both = SpokenTime.of(
                Instant.parse("2027-03-01T22:30:00Z"),
                Instant.parse("2027-03-01T23:30:00Z"),
                Reader.of("de", "Europe/Zurich"));
        assertThat(both).isEqualTo("Montag, 1. März 2027, 23:30 – Dienstag, 2. März 2027, 00:30 (Europe/Zurich)");
    }

    @Test
    void a_name_with_braces_is_not_a_placeholder() {
        Names hostile = new Names(Optional.of("{money} $1"), Optional.of("Career coaching"));
        Notice notice = notice(Kind.BOOKING_CONFIRMED, Role.COACH, "confirmed");
        assertThat(Wording.of(notice, hostile, Reader.of("en", "UTC")).text()).contains("{money} $1");
    }

    @Test
    void who_is_gone_has_a_word_instead_of_a_name() {
        Names none = new Names(Optional.empty(), Optional.empty());
        Notice notice = notice(Kind.BOOKING_CONFIRMED, Role.CLIENT, "confirmed");
        assertThat(Wording.of(notice, none, Reader.of("en", "UTC")).text()).startsWith("“the session” with your coach");
    }
}
