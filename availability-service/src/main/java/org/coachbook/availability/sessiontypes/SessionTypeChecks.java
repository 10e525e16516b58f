package org.coachbook.availability.sessiontypes;

import java.util.Comparator;
import java.util.List;
import org.coachbook.availability.input.Checks;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.SessionFormat;
import org.jspecify.annotations.Nullable;

/** What has to hold for a session type. */
final class SessionTypeChecks {
    private static final int LONGEST_SESSION = 24 * 60;
    private static final int LONGEST_BUFFER = 4 * 60;
    private static final int MOST_OF_A_KIND = 10;

    private SessionTypeChecks() {}

    static List<FieldError> of(SessionTypeRequest request) {
        Checks checks = new Checks()
                .present(request.name(), "name")
                .line(request.name(), 200, "name")
                .length(request.description(), 5000, "description")
                .line(request.icon(), 100, "icon")
                .present(request.format(), "format")
                .present(request.duration(), "duration")
                .within(request.maxSessionsPerDay(), 1, 1000, "maxSessionsPerDay")
                .within(request.maxSessionsPerWeek(), 1, 1000, "maxSessionsPerWeek");
        duration(checks, request.duration());
        buffers(checks, request.buffers());
        checks.that(
                request.capacity() != null || !isForSeveral(request.format()),
                "capacity",
                "must be given for groups and workshops, as in {\"min\": 1, \"max\": 8}");
        capacity(checks, request.capacity(), request.format());
        rules(checks, request);
        policy(checks, request.cancellationPolicy());
        extras(checks, request);
        return checks.errors();
    }

    private static void duration(Checks checks, @Nullable Lengths duration) {
        if (duration != null) {
            checks.within(duration.min(), 5, LONGEST_SESSION, "duration.min")
                    .within(duration.max(), 5, LONGEST_SESSION, "duration.max")
                    .within(duration.step(), 1, LONGEST_SESSION, "duration.step")
                    .that(duration.min() <= duration.max(), "duration.max", "must not be below duration.min")
                    .that(
                            duration.step() < 1 || (duration.max() - duration.min()) % duration.step() == 0,
                            "duration.step",
                            "must divide the range from min to max")
                    .that(
                            duration.step() < 1 || duration.allow(duration.standard()),
                            "duration.default",
                            "must be min plus a multiple of step, at most max");
        }
    }

    private static void buffers(Checks checks, @Nullable Buffers buffers) {
        if (buffers != null) {
            checks.within(buffers.beforeMinutes(), 0, LONGEST_BUFFER, "buffers.beforeMinutes")
                    .within(buffers.afterMinutes(), 0, LONGEST_BUFFER, "buffers.afterMinutes");
        }
    }

    private static boolean isForSeveral(@Nullable SessionFormat format) {
        return format == SessionFormat.GROUP || format == SessionFormat.WORKSHOP;
    }

    private static void capacity(Checks checks, @Nullable Capacity capacity, @Nullable SessionFormat format) {
        if (capacity != null) {
            checks.within(capacity.min(), 1, 1000, "capacity.min")
                    .within(capacity.max(), 1, 1000, "capacity.max")
                    .that(capacity.min() <= capacity.max(), "capacity.max", "must not be below capacity.min")
                    .that(
                            format != SessionFormat.ONE_ON_ONE || capacity.max() == 1,
                            "capacity.max",
                            "must be 1 for one_on_one sessions")
                    .within(
                            capacity.decisionMinutes(),
                            1,
                            Capacity.EARLIEST_DECISION_MINUTES,
                            "capacity.decisionMinutes")
                    .that(
                            capacity.decisionMinutes() == null || capacity.min() > 1,
                            "capacity.decisionMinutes",
                            "is only for sessions that need more than one person");
        }
    }

    private static void rules(Checks checks, SessionTypeRequest request) {
        if (request.bookingRules() != null) {
            int hours = request.bookingRules().firmBookingThresholdHours();
            checks.within(hours, 0, 8760, "bookingRules.firmBookingThresholdHours");
        }
        RecurringOptions series = request.recurringOptions();
        if (series != null) {
            String field = "recurringOptions.patterns";
            checks.within(series.maxSessions(), 1, RecurringOptions.MOST_SESSIONS, "recurringOptions.maxSessions")
                    .list(series.patterns(), MOST_OF_A_KIND, field)
                    .that(!series.enabled() || !series.patterns().isEmpty(), field, "must not be empty while enabled");
        }
    }

    @SuppressWarnings("NullAway") // JSON may hold null where the record promises a value
    private static void policy(Checks checks, @Nullable CancellationPolicy policy) {
        if (policy == null) {
            return;
        }
        String field = "cancellationPolicy.tiers";
        List<RefundTier> tiers = policy.tiers();
        boolean complete = tiers != null && !tiers.contains(null);
        checks.that(complete && tiers.size() <= 10, field, "must be a list of at most 10 tiers");
        if (complete) {
            tiers.forEach(tier ->
                    checks.within(tier.moreThanHours(), 0, 8760, field).within(tier.refundPercent(), 0, 100, field));
            checks.that(
                    tiers.stream().map(RefundTier::moreThanHours).distinct().count() == tiers.size(),
                    field,
                    "must not name the same hours twice");
            checks.that(refundsGrow(tiers), field, "must not refund more for fewer hours");
        }
    }

    /** Whether who cancels earlier never gets less. */
    private static boolean refundsGrow(List<RefundTier> tiers) {
        List<Integer> refunds = tiers.stream()
                .sorted(Comparator.comparing(RefundTier::moreThanHours))
                .map(RefundTier::refundPercent)
                .toList();
        return refunds.equals(refunds.stream().sorted().toList());
    }

    @SuppressWarnings("NullAway") // JSON may hold null where the record promises a value
    private static void extras(Checks checks, SessionTypeRequest request) {
        Location location = request.location();
        if (location != null) {
            checks.present(location.kind(), "location.kind").length(location.details(), 1000, "location.details");
        }
        List<Material> materials = request.materials() == null ? List.of() : request.materials();
        checks.that(materials.size() <= 50, "materials", "must be at most 50");
        for (int i = 0; i < materials.size(); i++) {
            material(checks, materials.get(i), "materials[" + i + "]");
        }
        SessionNotifications told = request.notifications();
        if (told != null) {
            checks.list(told.preSession(), MOST_OF_A_KIND, "notifications.preSession")
                    .list(told.postSession(), MOST_OF_A_KIND, "notifications.postSession");
            told.preSession().forEach(timing -> timing(checks, timing, "notifications.preSession"));
            told.postSession().forEach(timing -> timing(checks, timing, "notifications.postSession"));
        }
    }

    @SuppressWarnings("NullAway") // as above
    private static void material(Checks checks, Material material, String field) {
        checks.present(material, field);
        if (material != null) {
            checks.present(material.title(), field + ".title")
                    .line(material.title(), 200, field + ".title")
                    .length(material.url(), 2000, field + ".url")
                    .that(
                            material.url() != null && material.url().matches("https?://\\S+"),
                            field + ".url",
                            "must be a link to a web page");
        }
    }

    private static void timing(Checks checks, SessionNotifications.Timing timing, String field) {
        checks.within(timing.minutes(), 0, 60 * 24 * 30, field).present(timing.type(), field);
    }
}
