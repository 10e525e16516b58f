package org.coachbook.stripesimulator.paymentintents;

import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.ApiRequest;
import org.coachbook.stripesimulator.http.FormParameters;
import org.coachbook.stripesimulator.http.Page;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Reply;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethods;
import org.jspecify.annotations.Nullable;

/**
 * The bank's 3-D Secure page. Visiting it passes the challenge; {@code ?outcome=failure} fails it, and
 * {@code ?outcome=ask} shows a page with both as links.
 */
public final class Challenges {
    private final Store store;
    private final PaymentMethods methods;
    private final Authorization authorization;

    Challenges(Store store, PaymentMethods methods, Authorization authorization) {
        this.store = store;
        this.methods = methods;
        this.authorization = authorization;
    }

    /** The page, null where there is none. */
    public @Nullable Reply page(ApiRequest request) {
        if (!request.path().startsWith(Confirmation.CHALLENGE_PATH)) {
            return null;
        }
        StripeObject intent =
                store.find(ObjectType.PAYMENT_INTENT, request.path().split("/")[2]);
        if (intent == null || !intent.is("challenge", request.path()) || !intent.is("status", States.REQUIRES_ACTION)) {
            return Page.of("Nothing to authenticate", "This authentication has been finished or replaced.", null);
        }
        var query = FormParameters.none();
        FormParameters.parse(request.query(), query);
        return switch (new Parameters(query).text("outcome", "success")) {
            case "ask" -> ask(request.path());
            case "failure" -> fail(intent);
            default -> pass(intent);
        };
    }

    private static Reply ask(String path) {
        String body = "<p>Your bank wants to know whether this is you.</p><p><a href=\"" + Page.escape(path)
                + "?outcome=success\">Complete</a> · <a href=\"" + Page.escape(path)
                + "?outcome=failure\">Fail</a></p>";
        return Reply.page(Page.html("3-D Secure", "", body));
    }

    private Reply pass(StripeObject intent) {
        StripeObject method = store.referenced(intent.required("payment_method"));
        String next = returnUrl(intent, "succeeded");
        var decline = authorization.attempt(intent, method, methods.card(method), true);
        return decline == null
                ? Page.of("Authentication complete", "Your bank has confirmed that it is you.", next)
                : Page.of("Payment declined", String.valueOf(decline.getMessage()), returnUrl(intent, "failed"));
    }

    private Reply fail(StripeObject intent) {
        String next = returnUrl(intent, "failed");
        authorization.failed(
                intent,
                StripeErrors.refused(
                                "payment_intent_authentication_failure",
                                "We are unable to authenticate your payment method. Please choose a different payment"
                                        + " method and try again.")
                        .with(
                                "payment_method",
                                store.referenced(intent.required("payment_method"))
                                        .render()));
        return Page.of("Authentication failed", "Your bank could not confirm that it is you.", next);
    }

    private static @Nullable String returnUrl(StripeObject intent, String status) {
        String url = intent.get("next_action")
                .path("redirect_to_url")
                .path("return_url")
                .asText("");
        if (url.isEmpty() || url.equals("null")) {
            return null;
        }
        return url + (url.contains("?") ? "&" : "?") + "payment_intent=" + intent.id()
                + "&payment_intent_client_secret=" + intent.text("client_secret") + "&redirect_status=" + status;
    }
}
