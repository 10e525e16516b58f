package org.coachbook.stripesimulator;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator that runs while a test class does, the official SDK pointed at it, and a plain HTTP client. */
public final class RunningSimulator implements BeforeAllCallback, AfterAllCallback {
    private final HttpClient http = HttpClient.newHttpClient();
    private final StripeSimulatorOptions options;
    private @Nullable StripeSimulator simulator;

    public RunningSimulator() {
        this(StripeSimulatorOptions.defaults().withPace(Duration.ofMillis(20), Duration.ofMillis(50)));
    }

    public RunningSimulator(StripeSimulatorOptions options) {
        this.options = options;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        simulator = StripeSimulator.start(options);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        simulator().close();
    }

    public StripeSimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    /** The official SDK, without retries of its own. */
    public StripeClient sdk() {
        return StripeClient.builder()
                .setApiKey(simulator().secretKey())
                .setApiBase(simulator().url())
                .build();
    }

    /** A request as any other program would send it, with the secret key. */
    public HttpResponse<String> send(String method, String path, String form) throws IOException, InterruptedException {
        return send(request(method, path, form)
                .header("Authorization", "Bearer " + simulator().secretKey()));
    }

    public HttpRequest.Builder request(String method, String path, String form) {
        return HttpRequest.newBuilder(URI.create(simulator().url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .timeout(Duration.ofSeconds(10));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Visits a page as a person would. */
    public HttpResponse<String> visit(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    public void fault(String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("POST", "/simulator/faults", json));
        if (answer.statusCode() != 201) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    public void endFaults() throws IOException, InterruptedException {
        send(request("DELETE", "/simulator/faults", ""));
    }

    /** An express account that has asked for both capabilities and not been onboarded. */
    public Account newCoach() throws StripeException {
        var requested = AccountCreateParams.Capabilities.builder()
                .setCardPayments(AccountCreateParams.Capabilities.CardPayments.builder()
                        .setRequested(true)
                        .build())
                .setTransfers(AccountCreateParams.Capabilities.Transfers.builder()
                        .setRequested(true)
                        .build())
                .build();
        return sdk().v1()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.EXPRESS)
                        .setCountry("CH")
                        .setEmail("ada@example.com")
                        .setCapabilities(requested)
                        .build());
    }

    /** The id of an account that takes payments. */
    public String onboardedCoach() throws StripeException, IOException, InterruptedException {
        String id = newCoach().getId();
        visit(onboardingUrl(id));
        return id;
    }

    public String onboardingUrl(String account) throws StripeException {
        return sdk().v1()
                .accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(account)
                        .setRefreshUrl("http://127.0.0.1/refresh")
                        .setReturnUrl("http://127.0.0.1/return")
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .build())
                .getUrl();
    }

    /** 108.00 CHF, to be captured by hand. */
    public static PaymentIntentCreateParams.Builder manual() {
        return PaymentIntentCreateParams.builder()
                .setAmount(10_800L)
                .setCurrency("chf")
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card");
    }

    /** 108.00 CHF for a coach, of which the platform keeps 16.20. */
    public static PaymentIntentCreateParams.Builder forCoach(String coach) {
        return manual().setApplicationFeeAmount(1_620L)
                .setOnBehalfOf(coach)
                .setTransferData(PaymentIntentCreateParams.TransferData.builder()
                        .setDestination(coach)
                        .build());
    }

    /** Paid with a test card, and authorised or captured as its capture method says. */
    public PaymentIntent paid(PaymentIntentCreateParams.Builder params, String method) throws StripeException {
        return sdk().v1()
                .paymentIntents()
                .create(params.setConfirm(true).setPaymentMethod(method).build());
    }

    public PaymentIntent captured(PaymentIntentCreateParams.Builder params) throws StripeException {
        return sdk().v1().paymentIntents().capture(paid(params, "pm_card_visa").getId());
    }

    public static RequestOptions as(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }
}
