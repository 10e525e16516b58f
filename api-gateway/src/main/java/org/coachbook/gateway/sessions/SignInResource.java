package org.coachbook.gateway.sessions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Public;
import org.coachbook.gateway.accounts.Account;
import org.coachbook.gateway.accounts.Accounts;
import org.coachbook.gateway.accounts.NewAccount;
import org.coachbook.gateway.accounts.PersonName;
import org.coachbook.gateway.accounts.Role;
import org.coachbook.gateway.accounts.TextRules;
import org.coachbook.gateway.passwords.PasswordRules;
import org.coachbook.gateway.ratelimit.SignInLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registration, log-in and staying signed in. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "Signing in")
@RunOnVirtualThread
public class SignInResource {
    /** @param role client or coach; {@code admin} is never self-service */
    public record Registration(
            @NotNull @Email @Size(max = 254) String email,
            @NotNull String password,

            @NotNull @Size(min = 1, max = 80) @Pattern(regexp = PersonName.PATTERN)
            String name,

            @NotNull Role role,
            @Nullable @Size(max = 64) String timeZone,
            @Nullable @Size(max = 35) String locale) {
        NewAccount account() {
            return new NewAccount(
                    email, name, role, timeZone == null ? "UTC" : timeZone, locale == null ? "en" : locale);
        }
    }

    /** E-mail address and password. */
    public record LogIn(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 512) String password) {}

    private final Accounts accounts;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final SignInAnswers answers;
    private final SignInLimits limits;

    SignInResource(
            Accounts accounts, PasswordRules rules, Sessions sessions, SignInAnswers answers, SignInLimits limits) {
        this.accounts = accounts;
        this.rules = rules;
        this.sessions = sessions;
        this.answers = answers;
        this.limits = limits;
    }

    /** Makes an account and signs in; 409 {@code address-taken}. */
    @POST
    @Path("/register")
    @Operation(summary = "Register as client or coach")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SignInAnswers.SignedIn.class)))
    public Response register(@Valid @NotNull Registration registration, @Context HttpServerRequest request) {
        limits.registration(request.remoteAddress().hostAddress());
        check(registration);
        Account account = accounts.register(registration.account(), registration.password())
                .orElseThrow(() -> Problem.of(
                                409, "address-taken", "This e-mail address has an account already; log in instead.")
                        .asException());
        return answers.of(201, account, sessions.open(account.id()));
    }

    /** Signs in; 401 when address or password are wrong, 429 after too many tries. */
    @POST
    @Path("/login")
    @Operation(summary = "Log in")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignInAnswers.SignedIn.class)))
    public Response logIn(@Valid @NotNull LogIn logIn, @Context HttpServerRequest request) {
        limits.logIn(request.remoteAddress().hostAddress(), NewAccount.normalized(logIn.email()));
        Account account = accounts.authenticate(logIn.email(), logIn.password())
                .orElseThrow(() -> Problem.of(401, "not-signed-in", "The e-mail address or the password is not right.")
                        .asException());
        if (!account.active()) {
            throw Problem.notAllowed("This account is suspended; please write to us.")
                    .asException();
        }
        return answers.of(200, account, sessions.open(account.id()));
    }

    /** A new access token for the refresh cookie, which is replaced; 401 when it is worth nothing any more. */
    @POST
    @Path("/refresh")
    @Operation(summary = "New access token for the refresh cookie")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignInAnswers.SignedIn.class)))
    public Response refresh(@CookieParam(RefreshCookie.NAME) @Nullable String cookie) {
        var continued = sessions.refresh(cookie == null ? "" : cookie);
        var account = continued.flatMap(c -> accounts.find(c.accountId())).filter(Account::active);
        return account.isPresent()
                ? answers.of(200, account.get(), continued.orElseThrow().token())
                : answers.ended();
    }

    /** Ends the session and takes the cookie away; also when there is none. */
    @POST
    @Path("/logout")
    @Operation(summary = "Log out")
    @APIResponse(responseCode = "204")
    public Response logOut(@CookieParam(RefreshCookie.NAME) @Nullable String cookie) {
        if (cookie != null) {
            sessions.end(cookie);
        }
        return answers.loggedOut();
    }

    private void check(Registration registration) {
        NewAccount account = registration.account();
        refuseUnless(account.role() != Role.ADMIN, "role", "must be client or coach");
        refuseUnless(TextRules.isTimeZone(account.timeZone()), "timeZone", "is not an IANA time zone");
        refuseUnless(TextRules.isLocale(account.locale()), "locale", "is not a BCP 47 language tag");
        rules.refusal(registration.password(), account.email(), account.name())
                .ifPresent(why -> refuseUnless(false, "password", why));
    }

    private static void refuseUnless(boolean right, String field, String message) {
        if (!right) {
            throw Problem.invalid(field, message).asException();
        }
    }
}
