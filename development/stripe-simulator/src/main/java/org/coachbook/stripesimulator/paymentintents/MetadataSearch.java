package org.coachbook.stripesimulator.paymentintents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.StripeObject;

/**
 * The part of Stripe's search language (docs.stripe.com/search) that tests for equality, joined by AND:
 * {@code metadata['key']:'value' AND status:'succeeded'}. Found at once, where Stripe may take a minute.
 */
final class MetadataSearch {
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*(-?)(?:metadata\\[[\"']([^\"']+)[\"']\\]|(\\w+))\\s*:\\s*[\"']?([^\"']*?)[\"']?\\s*");

    private MetadataSearch() {}

    static ObjectNode search(List<StripeObject> intents, Parameters parameters) {
        Predicate<StripeObject> wanted = parse(parameters.required("query"));
        long limit = parameters.number("limit", 10);
        ObjectNode result = Json.object().put("object", "search_result");
        ArrayNode data = result.putArray("data");
        long page = parameters.number("page", 0);
        intents.reversed().stream()
                .filter(wanted)
                .skip(page * limit)
                .limit(limit + 1)
                .forEach(intent -> data.add(intent.render()));
        boolean more = data.size() > limit;
        if (more) {
            data.remove((int) limit);
        }
        return result.put("has_more", more)
                .put("next_page", more ? Long.toString(page + 1) : null)
                .put("url", "/v1/payment_intents/search");
    }

    private static Predicate<StripeObject> parse(String query) {
        Predicate<StripeObject> all = intent -> true;
        for (String clause : query.split("(?i)\\sAND\\s", -1)) {
            Matcher matcher = CLAUSE.matcher(clause);
            if (!matcher.matches()) {
                throw StripeErrors.parameter(
                        null,
                        "query",
                        "We were unable to parse your search query. Try using the format"
                                + " `metadata[\"key\"]:\"value\"` to query for metadata or key:\"value\" to query for"
                                + " other fields.");
            }
            Predicate<StripeObject> equal = equal(matcher.group(2), matcher.group(3), matcher.group(4));
            all = all.and(matcher.group(1).isEmpty() ? equal : equal.negate());
        }
        return all;
    }

    private static Predicate<StripeObject> equal(
            @org.jspecify.annotations.Nullable String key, String field, String value) {
        if (key == null) {
            return intent -> intent.is(field, value);
        }
        return intent -> {
            JsonNode given = intent.get("metadata").path(key);
            return given.isTextual() && given.asText().equals(value);
        };
    }
}
