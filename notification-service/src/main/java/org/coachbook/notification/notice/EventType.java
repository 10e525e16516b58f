package org.coachbook.notification.notice;

import org.coachbook.contracts.Contract;

/** The CloudEvents types and topics of messages. */
public final class EventType {
    private EventType() {}

    /** The type that a message's record is marked with. */
    public static String of(Class<? extends Record> message) {
        return contractOf(message).type();
    }

    /** The topic it travels on. */
    static String topicOf(Class<? extends Record> message) {
        return contractOf(message).topic();
    }

    private static Contract contractOf(Class<? extends Record> message) {
        Contract contract = message.getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalArgumentException(message + " is not a message");
        }
        return contract;
    }
}
