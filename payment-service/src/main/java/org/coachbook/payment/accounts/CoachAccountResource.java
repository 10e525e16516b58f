package org.coachbook.payment.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The coach's account with Stripe. */
@Path("/api/payments/account")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresRole("coach")
@Tag(name = "Coach's account")
class CoachAccountResource {
    private final CoachAccounts accounts;
    private final CurrentCaller caller;
    private final String returnUrl;

    CoachAccountResource(
            CoachAccounts accounts,
            CurrentCaller caller,
            @ConfigProperty(
                            name = "coachbook.stripe.onboarding-return-url",
                            defaultValue = "http://127.0.0.1:8080/settings/payments")
                    String returnUrl) {
        this.accounts = accounts;
        this.caller = caller;
        this.returnUrl = returnUrl;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens the coach's account, once, and answers where to go on with Stripe")
    public CoachAccountView open(@NotNull OnboardingRequest request) {
        CoachAccount account = accounts.opened(caller.subject())
                .orElseThrow(() -> Problem.tryAgain().asException());
        String url = accounts.onboardingLink(account, returnUrl)
                .orElseThrow(() -> Problem.tryAgain().asException());
        return new CoachAccountView(url, account.chargesEnabled(), account.payoutsEnabled());
    }

    @GET
    @Operation(summary = "Whether the coach can be paid, and paid out")
    public CoachAccountView account() {
        return accounts.current(caller.subject())
                .map(account -> new CoachAccountView(null, account.chargesEnabled(), account.payoutsEnabled()))
                .orElseGet(() -> new CoachAccountView(null, false, false));
    }
}
