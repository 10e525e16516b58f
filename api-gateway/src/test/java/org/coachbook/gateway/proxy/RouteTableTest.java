package org.coachbook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    @ParameterizedTest
    @CsvSource({
        "/api/bookings/availability, AVAILABILITY",
        "/api/bookings/availability/7, AVAILABILITY",
        "/api/bookings, BOOKING",
        "/api/bookings/7, BOOKING",
        "/api/bookings/7/bookings, BOOKING",
        "/api/bookings/user/7/sessions, BOOKING",
        "/api/bookings/7/reschedule, BOOKING",
        "/api/bookings/7/suggest, BOOKING",
        "/api/bookings/7/suggestions/0/accept, BOOKING",
        "/api/bookings/7/suggestions/decline, BOOKING",
        "/api/bookings/series, BOOKING",
        "/api/coaches/7/schedule, AVAILABILITY",
        "/api/coaches/7/slots, AVAILABILITY",
        "/api/coaches/7/slots/days, AVAILABILITY",
        "/api/coaches/7/session-types, AVAILABILITY",
        "/api/coaches/7/availability, AVAILABILITY",
        "/api/coaches/7/calendar, AVAILABILITY",
        "/api/coaches/7/calendars, AVAILABILITY",
        "/api/coaches/7/calendars/8, AVAILABILITY",
        "/api/coaches/7/rates, PRICING",
        "/api/coaches/7/billing, PRICING",
        "/api/users/7/billing, PRICING",
        "/api/coaches/7/sessions, BOOKING",
        "/api/session-types, AVAILABILITY",
        "/api/session-types/7, AVAILABILITY",
        "/api/slots/holds, AVAILABILITY",
        "/api/slots/holds/7, AVAILABILITY",
        "/api/connections, AVAILABILITY",
        "/api/connections/7/accept, AVAILABILITY",
        "/api/connections/invitations/accept, AVAILABILITY",
        "/api/connections/invitations/preview, AVAILABILITY",
        "/api/waitlist, AVAILABILITY",
        "/api/quotes, PRICING",
        "/api/promotions/7, PRICING",
        "/api/packages/7/purchase, PRICING",
        "/api/invoices/7.pdf, PRICING",
        "/api/payments/7, PAYMENT",
        "/api/payments/7/client-secret, PAYMENT",
        "/api/payments/account, PAYMENT",
        "/api/payments/stripe/webhook, PAYMENT",
        "/api/notifications/preferences, NOTIFICATION",
        "/api/calendar-feed, NOTIFICATION",
        "/feeds/secret.ics, NOTIFICATION",
        "/api/webhook-endpoints/7/deliveries/8/replay, NOTIFICATION",
        "/.well-known/quote-keys.json, PRICING",
        "/ws, NOTIFICATION",
        "/operations/sagas, BOOKING",
        "/operations/sagas/7/resume, BOOKING",
        "/operations/platform-fees/7, PRICING"
    })
    void each_public_path_has_its_service(String path, Service service) {
        assertThat(RouteTable.find(path).map(Route::service)).hasValue(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/coaches/7",
                "/api",
                "/api/coaches",
                "/api/coaches/7",
                "/api/coaches/7/unknown",
                "/api/coaches/7/slots/8",
                "/api/coaches/7/calendar/8",
                "/api/users/me",
                "/api/users/7",
                "/api/users/7/billing/8",
                "/api/auth/login",
                "/api/docs",
                "/api/openapi.json",
                "/api/bookingsx",
                "/internal/bookings/7",
                "/internal/session-types/7",
                "/q/health",
                "/.well-known/jwks.json",
                "/ws/7",
                "/operations",
                "/feeds"
            })
    void what_is_not_in_the_table_is_passed_to_nobody(String path) {
        assertThat(RouteTable.find(path)).isEmpty();
    }

    @Test
    void only_stripes_webhook_may_be_large() {
        assertThat(RouteTable.find("/api/payments/stripe/webhook").orElseThrow().longestBody())
                .isEqualTo(256 * 1024);
        assertThat(RouteTable.find("/api/payments/7").orElseThrow().longestBody())
                .isEqualTo(64 * 1024);
    }
}
