package org.coachbook.payment.payments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments as their parties see them. */
@Path("/api/payments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Payments")
class PaymentResource {
    private static final String ID = "{bookingId: [A-Za-z0-9_:.-]{1,128}}";

    private final Payments payments;
    private final CurrentCaller caller;

    PaymentResource(Payments payments, CurrentCaller caller) {
        this.payments = payments;
        this.caller = caller;
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "Where a booking's payment stands; for its client and its coach")
    public PaymentView payment(@PathParam("bookingId") String bookingId) {
        String viewer = caller.subject();
        return payments.find(bookingId)
                .flatMap(p -> PaymentAccess.terms(p, viewer).map(terms -> PaymentView.of(p, terms, viewer)))
                .orElseThrow(() -> Problem.notFound("payment").asException());
    }

    @GET
    @Path("/" + ID + "/client-secret")
    @Operation(summary = "The secret with which the page confirms the payment; for the paying client")
    public ClientSecretView clientSecret(@PathParam("bookingId") String bookingId) {
        Payment payment = payments.find(bookingId)
                .filter(p -> PaymentAccess.paidBy(p, caller.subject()))
                .orElseThrow(() -> Problem.notFound("payment").asException());
        return PaymentAccess.secret(payment)
                .map(secret -> new ClientSecretView(secret.value()))
                .orElseThrow(() -> notPayable(payment).asException());
    }

    private static Problem notPayable(Payment payment) {
        return payment.status() == PaymentStatus.PENDING
                ? Problem.of(409, "request-in-progress", "The payment is being prepared; ask again in a moment.")
                : Problem.of(409, "illegal-transition", "There is nothing to pay any more.")
                        .with("from", payment.status());
    }
}
