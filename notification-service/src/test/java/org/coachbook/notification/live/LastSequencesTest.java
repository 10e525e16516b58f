package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastSequencesTest {
    @Test
    void a_repeated_and_an_older_message_are_not_new() {
        LastSequences last = new LastSequences(10);
        last.reached("a", 5);
        last.reached("a", 4);
        assertThat(last.isNew("a", 4)).isFalse();
        assertThat(last.isNew("a", 5)).isFalse();
        assertThat(last.isNew("a", 6)).isTrue();
        assertThat(last.isNew("b", 1)).isTrue();
    }

    @Test
    void only_so_many_are_remembered() {
        LastSequences last = new LastSequences(2);
        last.reached("a", 1);
        last.reached("b", 1);
        last.reached("c", 1);
        assertThat(last.isNew("a", 1)).isTrue();
        assertThat(last.isNew("c", 1)).isFalse();
    }

    @Test
    void a_frame_is_recent_once_until_it_is_pushed_out() {
        RecentFrames recent = new RecentFrames(2);
        assertThat(recent.add(frame("1"))).isTrue();
        assertThat(recent.add(frame("1"))).isFalse();
        recent.add(frame("2"));
        recent.add(frame("3"));
        assertThat(recent.of("u")).extracting(Frame::id).containsExactly("2", "3");
        assertThat(recent.of("v")).isEmpty();
        assertThat(recent.add(frame("1"))).isTrue();
    }

    private static Frame frame(String id) {
        return new Frame("u|" + id, "u", id, "s", 1, 0, Instant.EPOCH, "{}");
    }
}
