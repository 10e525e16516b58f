package org.coachbook.stripesimulator.paymentintents;

import java.time.Duration;
import java.util.function.Supplier;
import org.coachbook.stripesimulator.charges.Charges;
import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.Timers;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethods;

/** PaymentIntents as a whole: their routes and the 3-D Secure pages. */
public record PaymentIntents(PaymentIntentRoutes routes, Challenges challenges) {
    /**
     * Puts the feature together.
     *
     * @param asyncCaptureDelay how long after an {@code automatic_async} capture the money moves
     * @param url the simulator's own
     */
    public static PaymentIntents of(
            Resources resources,
            PaymentMethods methods,
            Settlement settlement,
            Events events,
            Timers timers,
            Duration asyncCaptureDelay,
            Supplier<String> url) {
        Store store = resources.store();
        Authorization authorization =
                new Authorization(new Charges(store), settlement, events, timers, asyncCaptureDelay);
        PaymentIntentRoutes routes = new PaymentIntentRoutes(
                resources,
                events,
                methods,
                new Confirmation(store, methods, authorization, events, url),
                new Capture(store, settlement, events),
                new Cancellation(store, settlement, events));
        return new PaymentIntents(routes, new Challenges(store, methods, authorization));
    }
}
