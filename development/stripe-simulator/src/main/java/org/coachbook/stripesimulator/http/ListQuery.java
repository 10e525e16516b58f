package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Listed;
import org.coachbook.stripesimulator.objects.Listing;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** The common parameters of all lists: {@code limit}, the two cursors, {@code created}, and equality on fields. */
public final class ListQuery {
    private static final int LARGEST = 100;
    private static final int DEFAULT = 10;

    private final Parameters parameters;

    /** The list parameters of a request. */
    public ListQuery(Parameters parameters) {
        this.parameters = parameters;
    }

    /** A page of objects, filtered by those of the named fields that the request gives. */
    public ObjectNode page(String url, List<StripeObject> items, String... fields) {
        Predicate<StripeObject> filter = createdFilter();
        for (String field : fields) {
            String value = parameters.text(field);
            if (value != null) {
                filter = filter.and(item -> item.is(field, value));
            }
        }
        return page(url, items, filter, id -> find(items, id));
    }

    /** A page of anything, filtered, whose cursors are resolved by the given function. */
    public <T extends Listed> ObjectNode page(
            String url, List<T> items, Predicate<T> filter, Function<String, @Nullable T> cursors) {
        int limit = limit();
        String before = parameters.text("ending_before");
        if (before != null) {
            return Listing.before(url, items, cursor("ending_before", before, cursors), limit, filter);
        }
        String after = parameters.text("starting_after");
        long position = after == null ? Long.MAX_VALUE : cursor("starting_after", after, cursors);
        return Listing.after(url, items, position, limit, filter);
    }

    /** Whether an item's creation lies where {@code created} says, a time or gt, gte, lt, lte. */
    public <T extends Listed> Predicate<T> createdFilter() {
        if (!parameters.has("created")) {
            return item -> true;
        }
        Parameters range = parameters.nested("created");
        if (range.json().isEmpty()) {
            long exactly = parameters.requiredNumber("created");
            return item -> item.created() == exactly;
        }
        long from = Math.max(range.number("gte", Long.MIN_VALUE), range.number("gt", -1) + 1);
        long to = Math.min(range.number("lte", Long.MAX_VALUE), range.number("lt", Long.MAX_VALUE) - 1);
        return item -> item.created() >= from && item.created() <= to;
    }

    private int limit() {
        long limit = parameters.number("limit", DEFAULT);
        if (limit < 1 || limit > LARGEST) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", "limit", "This value must be between 1 and 100 (inclusive).");
        }
        return (int) limit;
    }

    private static <T extends Listed> long cursor(String param, String id, Function<String, @Nullable T> cursors) {
        T item = cursors.apply(id);
        if (item == null) {
            throw StripeErrors.noSuchReference("object", id, param);
        }
        return item.position();
    }

    private static @Nullable StripeObject find(List<StripeObject> items, String id) {
        for (StripeObject item : items.reversed()) {
            if (item.id().equals(id)) {
                return item;
            }
        }
        return null;
    }
}
