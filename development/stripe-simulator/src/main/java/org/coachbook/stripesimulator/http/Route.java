package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API.
 *
 * @param template such as {@code /v1/payment_intents/{id}/confirm}
 * @param publishable whether Stripe.js may call it with the publishable key
 */
public record Route(String method, String template, Operation operation, boolean publishable) {
    /** What a route does: answers a JSON object or throws a StripeError. */
    public interface Operation {
        /** Does it. */
        ObjectNode perform(Call call);
    }

    /** A route for the secret key. */
    public static Route of(String method, String template, Operation operation) {
        return new Route(method, template, operation, false);
    }

    /** A route that Stripe.js may call, too. */
    public static Route open(String method, String template, Operation operation) {
        return new Route(method, template, operation, true);
    }

    /** Its key in the table of allowed parameters. */
    public String key() {
        return method + " " + template;
    }

    /** The ids in a path that fits the template, null when it does not fit. */
    @Nullable
    List<String> match(String[] path) {
        String[] parts = template.split("/");
        if (parts.length != path.length) {
            return null;
        }
        List<String> ids = new ArrayList<>(2);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("{id}")) {
                ids.add(path[i]);
            } else if (!parts[i].equals(path[i])) {
                return null;
            }
        }
        return ids;
    }
}
