package org.coachbook.stripesimulator.errors;

import org.jspecify.annotations.Nullable;

/** The errors that belong to no feature: keys, parameters, missing objects, idempotency, load. */
public final class StripeErrors {
    private static final String INVALID_REQUEST = "invalid_request_error";

    private StripeErrors() {}

    /** A parameter refused before anything was executed: 400. */
    public static StripeError parameter(@Nullable String code, String param, String message) {
        return new StripeError(400, INVALID_REQUEST, code, message, false).param(param);
    }

    /** What the state of things does not allow: 400, and the answer an idempotency key remembers. */
    public static StripeError refused(@Nullable String code, String message) {
        return new StripeError(400, INVALID_REQUEST, code, message, true);
    }

    /** A required parameter that is not there. */
    public static StripeError missing(String param) {
        return parameter("parameter_missing", param, "Missing required param: " + param + ".");
    }

    /** An id in the URL that names nothing: 404. */
    public static StripeError notFound(String object, String id, String param) {
        return new StripeError(404, INVALID_REQUEST, "resource_missing", noSuch(object, id), true).param(param);
    }

    /** An id in a parameter that names nothing: 400. */
    public static StripeError noSuchReference(String object, String id, String param) {
        return refused("resource_missing", noSuch(object, id)).param(param);
    }

    private static String noSuch(String object, String id) {
        return "No such " + object + ": '" + id + "'";
    }

    /** No route: 404. */
    public static StripeError unknownUrl(String method, String path) {
        return new StripeError(
                404,
                INVALID_REQUEST,
                null,
                "Unrecognized request URL (" + method + ": " + path + "). Please see https://stripe.com/docs"
                        + " or we can help at https://support.stripe.com/.",
                false);
    }

    /** No key: 401. */
    public static StripeError noApiKey() {
        return new StripeError(
                401,
                INVALID_REQUEST,
                null,
                "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                        + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
                false);
    }

    /** A wrong key: 401; only its beginning and end are repeated. */
    public static StripeError invalidApiKey(String key) {
        String shown = key.length() < 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
        return new StripeError(401, INVALID_REQUEST, null, "Invalid API Key provided: " + shown, false);
    }

    /** A publishable key where only a secret one will do: 403. */
    public static StripeError secretKeyRequired() {
        return new StripeError(
                403,
                INVALID_REQUEST,
                "secret_key_required",
                "This API call cannot be made with a publishable API key. Please use a secret API key.",
                false);
    }

    /** A {@code Stripe-Account} the key has no access to: 403. */
    public static StripeError noAccess(String account) {
        return new StripeError(
                403,
                INVALID_REQUEST,
                "account_invalid",
                "The provided key does not have access to account '" + account
                        + "' (or that account does not exist). Application access may have been revoked.",
                false);
    }

    /** One key, two different requests: 400. */
    public static StripeError idempotencyMismatch(String message) {
        return new StripeError(400, "idempotency_error", null, message, false);
    }

    /** One key, two requests at the same time: 409. */
    public static StripeError idempotencyKeyInUse(String key) {
        return new StripeError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key (that probably means you"
                        + " submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.",
                false);
    }

    /** Too many requests: 429. */
    public static StripeError rateLimit() {
        return new StripeError(
                429,
                INVALID_REQUEST,
                "rate_limit",
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
                false);
    }

    /** Stripe's own failure: 500. */
    public static StripeError api() {
        return new StripeError(
                500,
                "api_error",
                null,
                "An unknown error occurred. If this persists, please contact us at https://support.stripe.com/.",
                true);
    }

    /** A card that was declined: 402. */
    public static StripeError card(String code, @Nullable String declineCode, String message) {
        return new StripeError(402, "card_error", code, message, true).with("decline_code", declineCode);
    }
}
