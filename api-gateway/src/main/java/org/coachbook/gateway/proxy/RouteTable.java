package org.coachbook.gateway.proxy;

import static org.coachbook.gateway.proxy.Service.AVAILABILITY;
import static org.coachbook.gateway.proxy.Service.BOOKING;
import static org.coachbook.gateway.proxy.Service.NOTIFICATION;
import static org.coachbook.gateway.proxy.Service.PAYMENT;
import static org.coachbook.gateway.proxy.Service.PRICING;

import java.util.List;
import java.util.Optional;

/** Which public path belongs to which service: the first row that matches. What is not here is not passed on. */
public final class RouteTable {
    private static final int BODY = 64 * 1024;
    private static final int WEBHOOK_BODY = 256 * 1024;

    private static final List<Route> ROUTES = List.of(
            route("/api/bookings/availability/**", AVAILABILITY),
            route("/api/bookings/**", BOOKING),
            route("/api/coaches/*/schedule", AVAILABILITY),
            route("/api/coaches/*/slots", AVAILABILITY),
            route("/api/coaches/*/slots/days", AVAILABILITY),
            route("/api/coaches/*/session-types", AVAILABILITY),
            route("/api/coaches/*/availability", AVAILABILITY),
            route("/api/coaches/*/calendar", AVAILABILITY),
            route("/api/coaches/*/calendars", AVAILABILITY),
            route("/api/coaches/*/calendars/*", AVAILABILITY),
            route("/api/coaches/*/rates/**", PRICING),
            route("/api/coaches/*/billing", PRICING),
            route("/api/users/*/billing", PRICING),
            route("/api/coaches/*/sessions", BOOKING),
            route("/api/session-types/**", AVAILABILITY),
            route("/api/slots/**", AVAILABILITY),
            route("/api/connections/**", AVAILABILITY),
            route("/api/waitlist/**", AVAILABILITY),
            route("/api/quotes/**", PRICING),
            route("/api/promotions/**", PRICING),
            route("/api/packages/**", PRICING),
            route("/api/invoices/**", PRICING),
            Route.of("/api/payments/stripe/webhook", PAYMENT, WEBHOOK_BODY),
            route("/api/payments/**", PAYMENT),
            route("/api/notifications/**", NOTIFICATION),
            route("/api/calendar-feed/**", NOTIFICATION),
            route("/api/webhook-endpoints/**", NOTIFICATION),
            route("/feeds/*", NOTIFICATION),
            route("/.well-known/quote-keys.json", PRICING),
            route("/ws", NOTIFICATION),
            route("/operations/sagas/**", BOOKING),
            route("/operations/platform-fees/*", PRICING));

    private RouteTable() {}

    /** The row of a path that {@link SafePath} let pass. */
    public static Optional<Route> find(String path) {
        List<String> segments = List.of(path.substring(1).split("/"));
        return ROUTES.stream().filter(route -> route.matches(segments)).findFirst();
    }

    private static Route route(String pattern, Service service) {
        return Route.of(pattern, service, BODY);
    }
}
