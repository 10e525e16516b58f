package org.coachbook.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes calls through the SDK and tells their failures apart; times and counts each by its outcome. */
@Singleton
public class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);

    /** A call of the SDK. */
    public interface SdkCall<T> {
        /** Makes it. */
        T make() throws StripeException;
    }

    private final MeterRegistry meters;

    Attempts(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Makes a call.
     *
     * @param kind what the metrics call it, as {@code capture}
     */
    public <T> Attempt<T> make(String kind, SdkCall<T> call) {
        Timer.Sample timing = Timer.start(meters);
        Attempt<T> attempt = outcome(kind, call);
        String outcome = attempt.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        timing.stop(meters.timer("stripe.calls", "kind", kind, "outcome", outcome));
        return attempt;
    }

    private static <T> Attempt<T> outcome(String kind, SdkCall<T> call) {
        try {
            return new Attempt.Done<>(call.make());
        } catch (StripeException e) {
            return failed(kind, e);
        }
    }

    private static <T> Attempt<T> failed(String kind, StripeException e) {
        int status = Objects.requireNonNullElse(e.getStatusCode(), 0);
        LOG.infof("Stripe %s: %d %s (request %s)", kind, status, e.getCode(), e.getRequestId());
        return switch (e) {
            case ApiConnectionException _ -> new Attempt.NoAnswer<>();
            case RateLimitException _ -> new Attempt.Busy<>();
            case IdempotencyException _ -> new Attempt.ServerError<>();
            case PermissionException _ -> new Attempt.Refused<>(codeOf(e), null);
            case AuthenticationException _ -> keyRefused(kind);
            default -> byStatus(status, e);
        };
    }

    private static <T> Attempt<T> byStatus(int status, StripeException e) {
        if (status == 409) {
            return new Attempt.NoAnswer<>();
        }
        return status >= 400 && status < 500
                ? new Attempt.Refused<>(codeOf(e), parameterOf(e))
                : new Attempt.ServerError<>();
    }

    private static <T> Attempt<T> keyRefused(String kind) {
        LOG.errorf("Stripe does not accept our secret key; %s waits until it does", kind);
        return new Attempt.Busy<>();
    }

    private static String codeOf(StripeException e) {
        return Objects.requireNonNullElse(e.getCode(), "refused");
    }

    private static @Nullable String parameterOf(StripeException e) {
        return e.getStripeError() == null ? null : e.getStripeError().getParam();
    }
}
