package org.coachbook.stripesimulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.ListQuery;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Route;

/** {@code /v1/events} (docs.stripe.com/api/events). */
public final class EventRoutes {
    private final Events events;

    /** Routes over the recorded events. */
    public EventRoutes(Events events) {
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.of("GET", "/v1/events", this::list), Route.of("GET", "/v1/events/{id}", this::retrieve));
    }

    private ObjectNode list(Call call) {
        ListQuery query = new ListQuery(call.parameters());
        Predicate<Event> filter = query.createdFilter();
        return query.page(
                "/v1/events",
                events.latest(),
                filter.and(wanted(call.parameters())).and(event -> Objects.equals(event.account(), call.account())),
                events::find);
    }

    /** By {@code type}, where {@code charge.*} stands for a group, or by one of {@code types[]}. */
    private static Predicate<Event> wanted(Parameters parameters) {
        List<String> types = parameters.texts("types");
        String type = parameters.text("type");
        if (type != null && type.endsWith("*")) {
            String prefix = type.substring(0, type.length() - 1);
            return event -> event.type().startsWith(prefix);
        }
        return event -> (type == null || event.type().equals(type)) && (types == null || types.contains(event.type()));
    }

    private ObjectNode retrieve(Call call) {
        Event event = events.find(call.id());
        if (event == null) {
            throw StripeErrors.notFound("event", call.id(), "id");
        }
        return event.render();
    }
}
