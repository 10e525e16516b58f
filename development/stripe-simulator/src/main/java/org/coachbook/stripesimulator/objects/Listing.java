package org.coachbook.stripesimulator.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Stripe's lists: newest first, paged by cursors that are ids (docs.stripe.com/api/pagination). */
public final class Listing {
    private Listing() {}

    /** A whole short list, oldest first in, newest first out. */
    public static ObjectNode whole(String url, List<? extends Listed> items) {
        return render(url, items.reversed(), false);
    }

    /** The page of items after the cursor position (exclusive, towards older ones). */
    public static <T extends Listed> ObjectNode after(
            String url, List<T> items, long position, int limit, Predicate<T> filter) {
        List<T> page = new ArrayList<>();
        for (int i = firstAt(items, position) - 1; i >= 0 && page.size() <= limit; i--) {
            if (filter.test(items.get(i))) {
                page.add(items.get(i));
            }
        }
        return render(url, page.subList(0, Math.min(limit, page.size())), page.size() > limit);
    }

    /** The page of items before the cursor position (exclusive, towards newer ones). */
    public static <T extends Listed> ObjectNode before(
            String url, List<T> items, long position, int limit, Predicate<T> filter) {
        List<T> page = new ArrayList<>();
        for (int i = firstAt(items, position + 1); i < items.size() && page.size() <= limit; i++) {
            if (filter.test(items.get(i))) {
                page.add(items.get(i));
            }
        }
        boolean more = page.size() > limit;
        List<T> shown = new ArrayList<>(page.subList(0, Math.min(limit, page.size())));
        Collections.reverse(shown);
        return render(url, shown, more);
    }

    /** The index of the first item at or after a position. */
    private static int firstAt(List<? extends Listed> items, long position) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).position() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static ObjectNode render(String url, List<? extends Listed> items, boolean more) {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        for (Listed item : items) {
            JsonNode rendered = item.render();
            data.add(rendered);
        }
        return list.put("has_more", more).put("url", url);
    }
}
