package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedTokenTest {
    private static final String CARRIER = "bearer-token-carrier";

    @Test
    void the_token_is_in_the_offered_subprotocols() {
        String offered = CARRIER + ", quarkus-http-upgrade#Authorization#Bearer%20a.b.c";
        assertThat(OfferedToken.of(List.of(offered), null)).contains("a.b.c");
        assertThat(OfferedToken.of(List.of(CARRIER, "quarkus-http-upgrade#Authorization#Bearer%20a.b.c"), null))
                .contains("a.b.c");
    }

    @Test
    void the_subprotocol_may_be_encoded_as_a_whole() {
        String offered = CARRIER + ", quarkus-http-upgrade%23Authorization%23Bearer%20a.b.c";
        assertThat(OfferedToken.of(List.of(offered), null)).contains("a.b.c");
    }

    @Test
    void or_in_the_header_of_what_is_no_browser() {
        assertThat(OfferedToken.of(List.of(), "bearer a.b.c")).contains("a.b.c");
    }

    @Test
    void nothing_else_is_a_token() {
        assertThat(OfferedToken.of(List.of(CARRIER), null)).isEmpty();
        assertThat(OfferedToken.of(List.of("quarkus-http-upgrade#Authorization#Basic%20x"), null))
                .isEmpty();
        assertThat(OfferedToken.of(List.of("quarkus-http-upgrade#Authorization#%zz"), null))
                .isEmpty();
        assertThat(OfferedToken.of(List.of("quarkus-http-upgrade#Cookie#Bearer%20x"), null))
                .isEmpty();
    }
}
