package org.coachbook.notification.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Who is at a socket, as his verified token says.
 *
 * @param subject the user's id; everything he is sent follows from it
 * @param token relayed where his own right decides
 * @param expiresAt when the token's life ends
 */
record SignedIn(String subject, String token, Instant expiresAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From a token that was verified already. */
    static SignedIn of(String subject, String verifiedToken) {
        String payload = verifiedToken.split("\\.", -1)[1];
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        try {
            return new SignedIn(
                    subject,
                    verifiedToken,
                    Instant.ofEpochSecond(JSON.readTree(claims).required("exp").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A verified token has claims", e);
        }
    }

    /** Tokens do not belong in logs. */
    @Override
    public String toString() {
        return "SignedIn[" + subject + ", until " + expiresAt + "]";
    }
}
