package org.coachbook.availability.slots;

import java.time.ZoneId;
import java.util.List;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for.
 *
 * @param lengths in minutes; empty: each session type's default
 * @param zone of the dates; null: the coach's
 */
record SlotQuery(
        List<String> sessionTypes,
        DateRange dates,
        List<Integer> lengths,
        @Nullable String zone) {
    private static final int MOST_TYPES = 10;
    private static final int MOST_LENGTHS = 5;

    /** Reads the parameters, or ends the request with what is wrong with them. */
    static SlotQuery parse(
            List<String> sessionTypes,
            @Nullable String from,
            @Nullable String to,
            List<String> lengths,
            @Nullable String zone) {
        Checks checks = new Checks();
        checks.that(
                !sessionTypes.isEmpty() && sessionTypes.stream().noneMatch(String::isBlank),
                "sessionType",
                "must not be empty");
        checks.that(sessionTypes.size() <= MOST_TYPES, "sessionType", "can be asked for " + MOST_TYPES + " at most");
        DateRange dates = DateRange.parse(from, to, checks);
        checks.that(zone == null || Checks.isZone(zone), "zone", "must be an IANA time zone, as in Europe/Zurich")
                .that(
                        lengths.stream().allMatch(l -> l.matches("[0-9]{1,4}")),
                        "duration",
                        "must be a number of minutes")
                .that(lengths.size() <= MOST_LENGTHS, "duration", "can be asked for " + MOST_LENGTHS + " at most");
        Refusals.require(checks.errors());
        return new SlotQuery(
                sessionTypes.stream().distinct().toList(),
                dates,
                lengths.stream().map(Integer::valueOf).distinct().toList(),
                zone);
    }

    /** The lengths to search for with this session type: the asked ones that it has. */
    List<Integer> lengthsOf(SessionType type) {
        var allowed = type.settings().duration();
        return lengths.isEmpty()
                ? List.of(allowed.standard())
                : lengths.stream().filter(allowed::allow).toList();
    }

    /** The free time as it is answered: it names what it is for where the caller could not tell. */
    Slot answered(Slot slot) {
        return sessionTypes.size() > 1 || lengths.size() > 1 ? slot : slot.unnamed();
    }

    ZoneId zoneOr(ZoneId other) {
        return zone == null ? other : ZoneId.of(zone);
    }
}
