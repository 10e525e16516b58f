package org.coachbook.notification.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody missed since the last frame he saw. Frames of one booking are exact; those of different bookings travel
 * side by side, so what was appended shortly before his last frame is sent again rather than lost. A frame's id tells
 * whether it was seen.
 */
final class Backlog {
    /** How far frames of different bookings may overtake each other. */
    static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final Comparator<Frame> IN_ORDER = Comparator.comparing(Frame::at)
            .thenComparing(Frame::stream)
            .thenComparing(Frame::sequence)
            .thenComparing(Frame::rank);

    private Backlog() {}

    /** The oldest time that can have been missed after this frame; without one, all that is kept. */
    static Instant from(Optional<Frame> last) {
        return last.map(frame -> frame.at().minus(OVERLAP)).orElse(Instant.EPOCH);
    }

    /** What was missed, in order, each frame once. */
    static List<Frame> after(@Nullable Frame last, Collection<Frame> stored, Collection<Frame> recent) {
        Map<String, Frame> byId = Stream.concat(stored.stream(), recent.stream())
                .filter(frame -> last == null || missed(frame, last))
                .collect(Collectors.toMap(Frame::id, Function.identity(), (one, _) -> one));
        return byId.values().stream().sorted(IN_ORDER).toList();
    }

    private static boolean missed(Frame frame, Frame last) {
        return frame.stream().equals(last.stream())
                ? frame.follows(last)
                : !frame.at().isBefore(last.at().minus(OVERLAP));
    }
}
