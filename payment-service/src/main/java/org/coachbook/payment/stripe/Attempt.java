package org.coachbook.payment.stripe;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one HTTP call to Stripe ended, by what that means for us (docs.stripe.com/error-low-level). */
public sealed interface Attempt<T> {
    /** Done, now or by an earlier use of the same key. */
    record Done<T>(T value) implements Attempt<T> {}

    /**
     * Refused for good.
     *
     * @param code Stripe's error code or type
     * @param parameter the parameter it is about
     */
    record Refused<T>(String code, @Nullable String parameter) implements Attempt<T> {}

    /** No answer in time, or none that could be read: it may have been done. The same key may be sent again. */
    record NoAnswer<T>() implements Attempt<T> {}

    /** A 5xx, or a key Stripe will not repeat for us: it may have been done; looking up tells. */
    record ServerError<T>() implements Attempt<T> {}

    /** 429, or our own key or account is not accepted: nothing was done, later perhaps. */
    record Busy<T>() implements Attempt<T> {}

    /** The same outcome with another value. */
    default <R> Attempt<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.value()));
            case Refused<T> refused -> new Refused<>(refused.code(), refused.parameter());
            case NoAnswer<T> _ -> new NoAnswer<>();
            case ServerError<T> _ -> new ServerError<>();
            case Busy<T> _ -> new Busy<>();
        };
    }
}
