package org.coachbook.contracts;

import java.util.List;
import java.util.Map;

/** Every topic of the system with its settings. */
public final class Topics {
    public static final String AVAILABILITY_COMMANDS = "availability.commands";
    public static final String PRICING_COMMANDS = "pricing.commands";
    public static final String PAYMENT_COMMANDS = "payment.commands";
    public static final String BOOKING_REPLIES = "booking.replies";
    public static final String BOOKING_EVENTS = "booking.events";
    public static final String AVAILABILITY_EVENTS = "availability.events";
    public static final String WAIT_LIST_OFFERS = "wait-list.offers";
    public static final String CONNECTION_INVITATIONS = "connection.invitations";
    public static final String PACKAGE_PURCHASES = "package.purchases";
    public static final String PAYMENT_EVENTS = "payment.events";
    public static final String ACCOUNT_CHANGES = "account.changes";
    public static final String SCHEDULE_CHANGES = "schedule.changes";
    public static final String SESSION_TYPE_CHANGES = "session-type.changes";
    public static final String CONNECTION_CHANGES = "connection.changes";

    private static final int PARTITIONS = 12;
    private static final Map<String, String> KEPT_14_DAYS = Map.of("retention.ms", "1209600000");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private Topics() {}

    /** All topics, in the order of the module map; dead-letter topics are made per subscription by its service. */
    public static List<Topic> all() {
        return List.of(
                kept(AVAILABILITY_COMMANDS),
                kept(PRICING_COMMANDS),
                kept(PAYMENT_COMMANDS),
                kept(BOOKING_REPLIES),
                kept(BOOKING_EVENTS),
                kept(AVAILABILITY_EVENTS),
                kept(WAIT_LIST_OFFERS),
                kept(CONNECTION_INVITATIONS),
                kept(PACKAGE_PURCHASES),
                kept(PAYMENT_EVENTS),
                compacted(ACCOUNT_CHANGES),
                compacted(SCHEDULE_CHANGES),
                compacted(SESSION_TYPE_CHANGES),
                compacted(CONNECTION_CHANGES));
    }

    private static Topic kept(String name) {
        return new Topic(name, PARTITIONS, KEPT_14_DAYS);
    }

    private static Topic compacted(String name) {
        return new Topic(name, PARTITIONS, COMPACTED);
    }
}
