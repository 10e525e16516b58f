package org.coachbook.gateway.proxy;

import java.util.regex.Pattern;

/**
 * Whether a path means the same to everybody who reads it. Dot segments, empty segments, encoded slashes, dots and
 * percent signs, backslashes and path parameters are read differently by different servers, so that a route table could
 * be walked around; none of our paths has them.
 */
public final class SafePath {
    private static final Pattern CHARACTERS = Pattern.compile("/(?:[A-Za-z0-9._~:@!$&'()*+,=/-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|(?:^|/)\\.{1,2}(?:/|$)|%(?:2[ef5]|5c|3b|00)", Pattern.CASE_INSENSITIVE);

    private SafePath() {}

    /** @param path as in the request line, still encoded, without the query */
    public static boolean isSafe(String path) {
        return CHARACTERS.matcher(path).matches() && !AMBIGUOUS.matcher(path).find();
    }
}
