package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageTest {
    @Test
    void the_known_messages_are_read() {
        assertThat(ClientMessage.parse("{\"watch\": {\"coachId\": \"c-1\"}}"))
                .isEqualTo(new ClientMessage.Watch("c-1"));
        assertThat(ClientMessage.parse("{\"since\": \"e1:notification\"}"))
                .isEqualTo(new ClientMessage.Since("e1:notification"));
        assertThat(ClientMessage.parse("{\"authenticate\": \"t\"}")).isEqualTo(new ClientMessage.Authenticate("t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "\"ping\"", "{\"ping\": true}"})
    void a_ping_is_read_in_each_of_its_forms(String text) {
        assertThat(ClientMessage.parse(text)).isEqualTo(new ClientMessage.Ping());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"subscribe\": \"user-2\"}",
                "{\"watch\": \"c\"}",
                "{\"watch\": {\"coachId\": \"../internal\"}}",
                "{\"watch\": {\"coachId\": {\"$gt\": \"\"}}}",
                "{\"watch\": {\"coachId\": \"c\", \"userId\": \"u\"}}",
                "{\"since\": {\"$gt\": \"\"}}",
                "{\"since\": \"a\", \"authenticate\": \"b\"}"
            })
    void nothing_else_is(String text) {
        assertThat(ClientMessage.parse(text)).isEqualTo(new ClientMessage.Unknown());
    }
}
