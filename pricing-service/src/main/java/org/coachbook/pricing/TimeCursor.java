package org.coachbook.pricing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;

/** Where a page of a list ended: the newest come first, and among equal times by id. */
public record TimeCursor(Instant at, String id) {
    /** @throws org.coachbook.chassis.http.ProblemException 400 naming {@code cursor} when the text is none of ours */
    public static TimeCursor parse(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int blank = plain.indexOf(' ');
            Instant at = Instant.ofEpochMilli(Long.parseLong(plain, 0, Math.max(blank, 0), 10));
            return new TimeCursor(at, plain.substring(blank + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Problem.invalid("cursor", "is not the next of a list").asException();
        }
    }

    /** A page of a list that was asked for with one item more than is shown. */
    public static <T> Page<T> page(List<T> found, int size, Function<T, TimeCursor> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, size);
        return new Page<>(shown, cursor.apply(shown.getLast()).encoded());
    }

    /** As it travels. */
    public String encoded() {
        String plain = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
