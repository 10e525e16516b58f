package org.coachbook.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxLaneTest {
    private final OutboxLane lane = new OutboxLane();

    @Test
    void one_message_is_on_its_way_at_a_time() {
        assertThat(lane.add(List.of(message(1), message(2)))).contains(message(1));
        assertThat(lane.add(List.of(message(1), message(2), message(3)))).isEmpty();
        assertThat(lane.next()).contains(message(2));
        assertThat(lane.next()).contains(message(3));
        assertThat(lane.next()).isEmpty();
    }

    @Test
    void a_message_is_not_sent_again_while_it_is_still_in_the_document() {
        lane.add(List.of(message(1)));
        lane.next();
        assertThat(lane.add(List.of(message(1), message(2)))).contains(message(2));
    }

    @Test
    void what_a_slow_writer_shows_after_it_was_taken_out_is_not_sent_again() {
        lane.add(List.of(message(1), message(2)));
        lane.next();
        lane.settled(message(1).id());
        assertThat(lane.add(List.of(message(1), message(2), message(3)))).isEmpty();
        assertThat(lane.next()).contains(message(3));
    }

    @Test
    void it_is_done_when_all_is_out_of_the_document() {
        lane.add(List.of(message(1), message(2)));
        assertThat(lane.settled(message(1).id())).isFalse();
        assertThat(lane.settled(message(2).id())).isTrue();
    }

    @Test
    void after_a_failure_nothing_leaves_and_what_was_sent_is_still_known() {
        lane.add(List.of(message(1), message(2), message(3)));
        lane.next();
        lane.breakAt(message(2));
        assertThat(lane.add(List.of(message(4)))).isEmpty();
        assertThat(lane.isDone()).isFalse();
        assertThat(lane.holdsAny(List.of(message(1)))).isTrue();
        assertThat(lane.holdsAny(List.of(message(2), message(3), message(4)))).isFalse();
        assertThat(lane.settled(message(1).id())).isTrue();
    }

    private static OutboxMessage message(long sequence) {
        return new OutboxMessage("m" + sequence, "t.v1", "topic", "k", "s", sequence, "{}", Map.of());
    }
}
