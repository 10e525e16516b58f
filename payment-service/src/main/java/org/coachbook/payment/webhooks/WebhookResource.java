package org.coachbook.payment.webhooks;

import com.stripe.model.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Stripe tells us that something happened. */
@Path("/api/payments/stripe/webhook")
@RunOnVirtualThread
@Tag(name = "Stripe")
class WebhookResource {
    private static final int LARGEST = 256 * 1024;

    private final WebhookVerification verification;
    private final WebhookIntake intake;
    private final MeterRegistry meters;

    WebhookResource(WebhookVerification verification, WebhookIntake intake, MeterRegistry meters) {
        this.verification = verification;
        this.intake = intake;
        this.meters = meters;
    }

    @POST
    @Public
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Takes an event signed by Stripe; it is stored, answered, and then processed")
    public Response receive(@HeaderParam("Stripe-Signature") @DefaultValue("") String signature, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(413, "too-large", "An event has at most 256 KiB.").asException();
        }
        Event event = verification.verified(body, signature).orElseThrow(this::forged);
        intake.received(event);
        return Response.ok().build();
    }

    private RuntimeException forged() {
        meters.counter("stripe.webhooks", "outcome", "refused").increment();
        return Problem.of(400, "validation-failed", "The event is not signed with a secret of ours, or too old.")
                .asException();
    }
}
