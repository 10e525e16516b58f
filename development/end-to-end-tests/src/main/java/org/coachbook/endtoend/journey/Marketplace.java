package org.coachbook.endtoend.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.http.Eventually;

/** Makes coaches and clients through the gateway. */
public final class Marketplace {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int REGISTERING_AT_A_TIME = 4;

    private final Api gateway;
    private final URI stripe;
    private final String publishableKey;
    private final String secretKey;

    public Marketplace(LocalStack stack) {
        this.gateway = Api.at(stack.gateway());
        this.stripe = stack.addresses().stripe();
        this.publishableKey = stack.addresses().stripePublishableKey();
        this.secretKey = stack.addresses().stripeSecretKey();
    }

    /** The gateway, nobody signed in. */
    public Api gateway() {
        return gateway;
    }

    /** Gives money of a payment back at Stripe itself, as the operator does in its dashboard. */
    public void refundAtStripe(String clientSecret, long amount) {
        String form = "payment_intent=" + clientSecret.replaceFirst("_secret_.*", "") + "&amount=" + amount;
        Api.at(stripe).withToken(secretKey).postForm("/v1/refunds", form).require(200);
    }

    /** A coach with a calendar, a session type, a price and a Stripe account that may be charged for. */
    public Coach coach(Offer offer) {
        Person person = register("coach");
        Api api = person.api();
        api.put("/api/coaches/" + person.id() + "/schedule", offer.schedule()).require(200);
        String type =
                api.post("/api/session-types", offer.sessionType()).require(201).text("id");
        Eventually.becomes(LIMIT, () -> priced(person, offer, type), "the rates were taken");
        if (offer.hourly() > 0) {
            onboard(api);
        }
        return new Coach(person, type);
    }

    /** Puts another hourly price, in minor units of CHF, on a coach's sessions. */
    public void raiseRate(Coach coach, long hourly) {
        Offer dearer = new Offer(hourly, true, 1);
        coach.api()
                .put("/api/coaches/" + coach.id() + "/rates", dearer.rates(coach.sessionTypeId()))
                .require(200);
    }

    /** A new client. */
    public Client client() {
        return new Client(register("client"), stripe, publishableKey);
    }

    /** Many new clients. */
    public List<Client> clients(int number) {
        return several(number, this::client);
    }

    /** Many new coaches. */
    public List<Coach> coaches(int number, Offer offer) {
        return several(number, () -> coach(offer));
    }

    private static <P> List<P> several(int number, Callable<P> one) {
        try (var registrations = Executors.newFixedThreadPool(REGISTERING_AT_A_TIME)) {
            List<Future<P>> made = IntStream.range(0, number)
                    .mapToObj(_ -> registrations.submit(one))
                    .toList();
            return made.stream().map(Marketplace::result).toList();
        }
    }

    private static boolean priced(Person person, Offer offer, String type) {
        return person.api()
                        .put("/api/coaches/" + person.id() + "/rates", offer.rates(type))
                        .status()
                == 200;
    }

    /** Visits the onboarding link as a person would, and waits until Stripe's word has arrived. */
    private void onboard(Api api) {
        String url = api.post("/api/payments/account", "{}").require(200).text("url");
        Api.at(stripe).get(URI.create(url).getRawPath());
        Eventually.becomes(
                LIMIT,
                () -> api.get("/api/payments/account")
                        .body()
                        .path("chargesEnabled")
                        .asBoolean(),
                "the coach could be paid");
    }

    private Person register(String role) {
        String email = role + "-" + UUID.randomUUID() + "@example.com";
        JsonNode answer = gateway.post(
                        "/api/auth/register",
                        Map.of(
                                "email",
                                email,
                                "password",
                                "a quiet harbour in the north",
                                "name",
                                "A " + role,
                                "role",
                                role,
                                "timeZone",
                                Offer.ZONE,
                                "locale",
                                "en"))
                .require(201)
                .body();
        String token = answer.path("accessToken").asText();
        return new Person(answer.path("user").path("id").asText(), email, token, gateway.withToken(token));
    }

    private static <P> P result(Future<P> made) {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
