package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private static Frame frame(String stream, long sequence, int rank, long second) {
        String id = stream + sequence + "." + rank;
        return new Frame("u|" + id, "u", id, stream, sequence, rank, NOON.plusSeconds(second), "{}");
    }

    private static List<String> ids(List<Frame> frames) {
        return frames.stream().map(Frame::id).toList();
    }

    @Test
    void of_the_same_booking_exactly_what_followed_is_missed() {
        Frame last = frame("a", 2, 0, 0);
        List<Frame> all = List.of(frame("a", 1, 0, -1), frame("a", 2, 0, 0), frame("a", 2, 1, 0), frame("a", 3, 0, 1));
        assertThat(ids(Backlog.after(last, all, List.of()))).containsExactly("a2.1", "a3.0");
    }

    @Test
    void of_other_bookings_what_may_have_been_overtaken_is_sent_again() {
        Frame last = frame("a", 2, 0, 0);
        List<Frame> others = List.of(frame("b", 1, 0, -6), frame("b", 2, 0, -5), frame("c", 1, 0, 3));
        assertThat(ids(Backlog.after(last, others, List.of()))).containsExactly("b2.0", "c1.0");
    }

    @Test
    void without_a_known_frame_all_that_is_kept_is_sent() {
        List<Frame> all = List.of(frame("b", 1, 0, 5), frame("a", 1, 0, -60));
        assertThat(ids(Backlog.after(null, all, List.of()))).containsExactly("a1.0", "b1.0");
        assertThat(Backlog.from(Optional.empty())).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_is_stored_and_remembered_is_sent_once_and_in_order() {
        List<Frame> all = Arrays.asList(
                frame("a", 1, 0, 0),
                frame("a", 1, 1, 0),
                frame("a", 2, 0, 4),
                frame("b", 1, 0, 2),
                frame("b", 1, 1, 2));
        long seed = 20270301;
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            Collections.shuffle(all, random);
            assertThat(ids(Backlog.after(null, all.subList(0, 4), all.subList(1, 5))))
                    .as("seed %d, round %d", seed, round)
                    .containsExactly("a1.0", "a1.1", "b1.0", "b1.1", "a2.0");
        }
    }
}
