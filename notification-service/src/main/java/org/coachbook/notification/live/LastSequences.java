package org.coachbook.notification.live;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last number seen of each aggregate, for as many aggregates as are remembered. */
final class LastSequences {
    private final Map<String, Long> last;

    LastSequences(int most) {
        this.last = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether the number is higher than all that were reached before. */
    synchronized boolean isNew(String stream, long sequence) {
        Long reached = last.get(stream);
        return reached == null || sequence > reached;
    }

    /** Remembers a number whose message was dealt with. */
    synchronized void reached(String stream, long sequence) {
        last.merge(stream, sequence, Math::max);
    }
}
