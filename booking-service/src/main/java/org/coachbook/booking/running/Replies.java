package org.coachbook.booking.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coachbook.booking.process.Reply;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.payment.reply.CaptureRefused;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentFailed;
import org.coachbook.contracts.payment.reply.PaymentImpossible;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.contracts.payment.reply.PaymentUndecided;
import org.coachbook.contracts.payment.reply.RefundFailed;
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;

/** Which message is which reply. */
final class Replies {
    private static final ObjectMapper STORED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One kind of reply: the record it travels as, and what the process calls it. */
    record Kind<T extends Record>(String type, Class<T> payload, Function<T, Reply> reply) {
        static <T extends Record> Kind<T> of(Class<T> payload, Function<T, Reply> reply) {
            Contract contract = Objects.requireNonNull(payload.getAnnotation(Contract.class), payload.getName());
            return new Kind<>(contract.type(), payload, reply);
        }

        private Reply read(String json) throws JsonProcessingException {
            return reply.apply(STORED.readValue(json, payload));
        }
    }

    private static final Map<String, Kind<?>> BY_TYPE = Stream.of(
                    Kind.of(SlotReserved.class, Reply.Reserved::new),
                    Kind.of(SlotRefused.class, Reply.Refused::new),
                    Kind.of(SlotExtended.class, Reply.Extended::new),
                    Kind.of(SlotConfirmed.class, Reply.Confirmed::new),
                    Kind.of(SlotLost.class, Reply.Lost::new),
                    Kind.of(SessionGoing.class, Reply.Going::new),
                    Kind.of(SessionOff.class, Reply.Off::new),
                    Kind.of(SlotReleased.class, Reply.Released::new),
                    Kind.of(SlotMoved.class, Reply.Moved::new),
                    Kind.of(AlternativesHeld.class, Reply.Held::new),
                    Kind.of(AlternativesRefused.class, Reply.NotHeld::new),
                    Kind.of(DiscountsRedeemed.class, Reply.Redeemed::new),
                    Kind.of(DiscountRefused.class, Reply.NotRedeemed::new),
                    Kind.of(DiscountsReturned.class, Reply.Returned::new),
                    Kind.of(PaymentPrepared.class, Reply.Prepared::new),
                    Kind.of(PaymentImpossible.class, Reply.Impossible::new),
                    Kind.of(PaymentAuthorized.class, Reply.Authorized::new),
                    Kind.of(PaymentCaptured.class, Reply.Captured::new),
                    Kind.of(PaymentFailed.class, Reply.Failed::new),
                    Kind.of(PaymentUndecided.class, Reply.Undecided::new),
                    Kind.of(CaptureRefused.class, Reply.CaptureRefusal::new),
                    Kind.of(PaymentCancelled.class, Reply.Cancelled::new),
                    Kind.of(PaymentRefunded.class, Reply.Refunded::new),
                    Kind.of(RefundFailed.class, Reply.RefundRefused::new))
            .collect(Collectors.toMap(Kind::type, Function.identity()));

    private Replies() {}

    /** The kind of a message type; empty for one this service does not know, which it ignores. */
    static Optional<Kind<?>> kindOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** A reply as it was put aside. */
    static Reply read(String type, String json) {
        try {
            return kindOf(type).orElseThrow().read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored reply cannot be read any more", e);
        }
    }
}
