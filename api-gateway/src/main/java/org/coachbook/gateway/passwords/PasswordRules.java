package org.coachbook.gateway.passwords;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are taken: 10 to 128 characters, anything but a common one, a trivial pattern, or the account's own
 * e-mail address or name (NIST SP 800-63B §5.1.1.2). No rules about kinds of characters.
 */
public final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 4;

    private final Set<String> common;

    public PasswordRules(Set<String> common) {
        this.common = common;
    }

    /** Why the password is refused, as the end of a sentence; empty when it is taken. */
    public Optional<String> refusal(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have 10 to 128 characters");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (common.contains(plain) || common.contains(core(plain)) || patterned(plain)) {
            return Optional.of("is too common; choose one that nobody would guess");
        }
        return own(plain, email, name) ? Optional.of("must not be your e-mail address or name") : Optional.empty();
    }

    /** The word in the middle: {@code !!welcome2024} is {@code welcome}. */
    private static String core(String plain) {
        return plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
    }

    private static boolean patterned(String plain) {
        return plain.codePoints().distinct().count() < FEWEST_DIFFERENT || sequence(plain);
    }

    /** Whether each character is the one after, or before, the last: {@code abcdefghij}, {@code 9876543210}. */
    private static boolean sequence(String plain) {
        int step = plain.charAt(1) - plain.charAt(0);
        for (int i = 2; i < plain.length(); i++) {
            if (plain.charAt(i) - plain.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    private static boolean own(String plain, String email, String name) {
        String address = email.toLowerCase(Locale.ROOT);
        String mailbox = address.replaceFirst("@.*", "");
        return plain.equals(address) || plain.equals(mailbox) || plain.equals(name.toLowerCase(Locale.ROOT));
    }
}
