package org.coachbook.stripesimulator.errors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.coachbook.stripesimulator.objects.Json;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in Stripe's error envelope (docs.stripe.com/api/errors).
 *
 * <p>{@code executed} tells whether the operation had begun: only then does an idempotency key remember the answer.
 */
public final class StripeError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean executed;
    private final transient ObjectNode error;

    StripeError(int status, String type, @Nullable String code, String message, boolean executed) {
        super(message, null, false, false);
        this.status = status;
        this.executed = executed;
        this.error = Json.object().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code)
                    .put(
                            "doc_url",
                            "https://stripe.com/docs/error-codes/"
                                    + code.replace('_', '-').toLowerCase(Locale.ROOT));
        }
    }

    /** Names the parameter at fault. */
    public StripeError param(String name) {
        error.put("param", name);
        return this;
    }

    /** Adds a field of the envelope. */
    public StripeError with(String field, JsonNode value) {
        error.set(field, value);
        return this;
    }

    /** Adds a field of the envelope. */
    public StripeError with(String field, @Nullable String value) {
        if (value != null) {
            error.put(field, value);
        }
        return this;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the operation had begun. */
    public boolean executed() {
        return executed;
    }

    /** The inside of the envelope, as {@code last_payment_error} repeats it. */
    public ObjectNode error() {
        return error;
    }

    /** The whole body. */
    public ObjectNode envelope() {
        ObjectNode envelope = Json.object();
        envelope.set("error", error);
        return envelope;
    }
}
