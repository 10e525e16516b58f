package org.coachbook.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where the next page of coaches begins: after this name, and among equal names after this id. */
record CoachCursor(String sortName, String id) {
    private static final char SEPARATOR = '\n';

    static CoachCursor after(Account last) {
        return new CoachCursor(last.sortName(), last.id());
    }

    String text() {
        byte[] plain = (sortName + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Empty when the text is not one of ours. */
    static Optional<CoachCursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.lastIndexOf(SEPARATOR);
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new CoachCursor(plain.substring(0, end), plain.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
