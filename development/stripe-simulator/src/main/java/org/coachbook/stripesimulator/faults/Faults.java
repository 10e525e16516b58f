package org.coachbook.stripesimulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.coachbook.stripesimulator.objects.Json;
import org.jspecify.annotations.Nullable;

/** The faults ordered, in order; a call or event takes the first that matches and is not spent. */
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    /** The fault that strikes this call, null when none does. */
    public @Nullable Fault forCall(String method, String path) {
        return faults.isEmpty() ? null : take(fault -> fault.matchesCall(method, path));
    }

    /** The fault that strikes the delivery of an event of this type, null when none does. */
    public @Nullable Fault forEvent(String type) {
        return faults.isEmpty() ? null : take(fault -> fault.matchesEvent(type));
    }

    private @Nullable Fault take(Predicate<Fault> matches) {
        for (Fault fault : faults) {
            if (!fault.spent() && matches.test(fault)) {
                fault.strike();
                return fault;
            }
        }
        return null;
    }

    /** Orders a fault and answers it as it is listed. */
    public ObjectNode add(ObjectNode json) {
        Fault fault = Fault.read(json);
        faults.add(fault);
        return fault.render();
    }

    /** Ends all faults. */
    public void clear() {
        faults.clear();
    }

    /** Ends one fault; false when there is none of this id. */
    public boolean remove(String id) {
        return faults.removeIf(fault -> fault.id().equals(id));
    }

    /** All faults, spent ones with their hits, too. */
    public ObjectNode render() {
        ObjectNode list = Json.object();
        var items = list.putArray("faults");
        faults.forEach(fault -> items.add(fault.render()));
        return list;
    }
}
