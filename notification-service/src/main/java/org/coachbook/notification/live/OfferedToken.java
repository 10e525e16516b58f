package org.coachbook.notification.live;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access token of an upgrade request. A browser cannot set headers on a WebSocket, so it offers the header as a
 * subprotocol beside {@code bearer-token-carrier}; others may send the header itself. Never in the address: that is
 * logged.
 */
final class OfferedToken {
    private static final String HEADER_AS_PROTOCOL = "quarkus-http-upgrade#Authorization#";
    private static final String BEARER = "Bearer ";

    private OfferedToken() {}

    /**
     * The token, if there is one.
     *
     * @param protocols the values of {@code Sec-WebSocket-Protocol}
     * @param authorization the value of {@code Authorization}
     */
    static Optional<String> of(List<String> protocols, @Nullable String authorization) {
        return protocols.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .map(OfferedToken::decoded)
                .filter(protocol -> protocol.startsWith(HEADER_AS_PROTOCOL))
                .findFirst()
                .map(protocol -> protocol.substring(HEADER_AS_PROTOCOL.length()))
                .or(() -> Optional.ofNullable(authorization))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
