package org.coachbook.payment;

import static io.restassured.RestAssured.given;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.PaymentIntent;
import com.stripe.param.AccountListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other side: Stripe as the page, the bank and an operator see it. */
@Singleton
public class Stripe {
    private final String url;
    private final String publishableKey;
    private final StripeClient operator;

    Stripe(
            @ConfigProperty(name = "stripe.api-base") String url,
            @ConfigProperty(name = "stripe.secret-key") String secretKey,
            @ConfigProperty(name = "stripe.publishable-key") String publishableKey) {
        this.url = url;
        this.publishableKey = publishableKey;
        this.operator =
                StripeClient.builder().setApiKey(secretKey).setApiBase(url).build();
    }

    /** The official SDK with the secret key. */
    public StripeClient operator() {
        return operator;
    }

    /** Confirms with a test card, as Stripe.js does; the raw answer. */
    public Response confirm(String clientSecret, String card) {
        return given().header("Authorization", "Bearer " + publishableKey)
                .formParams(Map.of(
                        "client_secret", clientSecret, "payment_method", card, "return_url", "http://127.0.0.1/done"))
                .post(url + "/v1/payment_intents/" + intentId(clientSecret) + "/confirm");
    }

    /** Visits a page as a person would. */
    public void visit(String page) {
        given().get(page).then().statusCode(200);
    }

    /** Orders a fault for the next matching call or event. */
    public void fault(String kind, String match, String more) {
        given().contentType("application/json")
                .body("{\"kind\":\"" + kind + "\",\"match\":{" + match + "}" + more + "}")
                .post(url + "/simulator/faults")
                .then()
                .statusCode(201);
    }

    /** Orders a fault for the next call with this method POST to a path that matches. */
    public void failNextPost(String kind, String path) {
        fault(kind, "\"method\":\"POST\",\"path\":\"" + path + "\"", "");
    }

    /** Ends all faults. */
    public void heal() {
        given().delete(url + "/simulator/faults");
    }

    /** An intent as Stripe has it. */
    public PaymentIntent intent(String id) {
        try {
            return operator.v1().paymentIntents().retrieve(id);
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives money back without the service, as an operator does in Stripe's dashboard. */
    public void refund(String paymentId, long amount) {
        RefundCreateParams part = RefundCreateParams.builder()
                .setPaymentIntent(intentsOf(paymentId).getFirst().getId())
                .setAmount(amount)
                .build();
        try {
            operator.v1().refunds().create(part);
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** Minor units that Stripe has given back of a payment. */
    public long refunded(String paymentId) {
        try {
            String charge = intentsOf(paymentId).getFirst().getLatestCharge();
            return operator.v1().charges().retrieve(charge).getAmountRefunded();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** All intents of a payment. */
    public List<PaymentIntent> intentsOf(String paymentId) {
        try {
            PaymentIntentListParams all =
                    PaymentIntentListParams.builder().setLimit(100L).build();
            return StreamSupport.stream(
                            operator.v1()
                                    .paymentIntents()
                                    .list(all)
                                    .autoPagingIterable()
                                    .spliterator(),
                            false)
                    .filter(i -> paymentId.equals(i.getMetadata().get("paymentId")))
                    .toList();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** All connected accounts. */
    public List<Account> accounts() {
        try {
            AccountListParams all = AccountListParams.builder().setLimit(100L).build();
            return StreamSupport.stream(
                            operator.v1()
                                    .accounts()
                                    .list(all)
                                    .autoPagingIterable()
                                    .spliterator(),
                            false)
                    .toList();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    static String intentId(String clientSecret) {
        return clientSecret.substring(0, clientSecret.indexOf("_secret_"));
    }
}
