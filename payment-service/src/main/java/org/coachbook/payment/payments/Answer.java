package org.coachbook.payment.payments;

import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.Contract;

/**
 * A reply that was given, kept so that a repeated command is answered alike without acting again.
 *
 * @param type CloudEvents type
 * @param payload JSON
 */
public record Answer(String commandId, String type, String payload) {
    /** The answer that this record of the contracts is. */
    static Answer of(String commandId, Record payload) {
        Contract contract = payload.getClass().getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalArgumentException(payload.getClass() + " is not a message");
        }
        return new Answer(commandId, contract.type(), MessageJson.write(payload));
    }
}
