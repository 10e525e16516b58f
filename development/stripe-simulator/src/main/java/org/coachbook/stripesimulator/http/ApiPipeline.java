package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.faults.Fault;
import org.coachbook.stripesimulator.faults.FaultKind;
import org.coachbook.stripesimulator.faults.Faults;
import org.coachbook.stripesimulator.idempotency.IdempotencyKeys;
import org.coachbook.stripesimulator.idempotency.IdempotencyKeys.Claim;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.Timers;
import org.jspecify.annotations.Nullable;

/** The way of each API call: admitted, claimed by its idempotency key, struck by a fault, executed, answered. */
public final class ApiPipeline {
    private static final Logger LOG = System.getLogger(ApiPipeline.class.getName());

    /** Who is waiting for the answer. */
    public interface Caller {
        /** Sends the answer. */
        void answer(Reply reply);

        /** Hangs up without one. */
        void hangUp();
    }

    private final Admission admission;
    private final IdempotencyKeys keys;
    private final Faults faults;
    private final Events events;
    private final Timers timers;
    private final Expansion expansion;

    /** A pipeline of these parts. */
    public ApiPipeline(
            Admission admission, IdempotencyKeys keys, Faults faults, Events events, Timers timers, Store store) {
        this.admission = admission;
        this.keys = keys;
        this.faults = faults;
        this.events = events;
        this.timers = timers;
        this.expansion = new Expansion(store);
    }

    /** Handles a call; the caller is answered now, later or never. */
    public void handle(ApiRequest request, Caller caller) {
        Caller stamping = stamping(request, caller);
        try {
            Fault fault = faults.forCall(request.method(), request.path());
            refuseByFault(fault, request);
            Call call = admission.admit(request);
            String key = request.method().equals("POST") ? call.idempotencyKey() : null;
            Claim claim = key == null ? null : keys.claim(key, call);
            Reply replay = claim == null ? null : claim.replay();
            if (replay != null) {
                stamping.answer(replay);
            } else {
                perform(call, claim, fault, stamping);
            }
        } catch (StripeError refused) {
            stamping.answer(Reply.error(refused));
        }
    }

    private static void refuseByFault(@Nullable Fault fault, ApiRequest request) {
        if (fault != null && fault.kind() == FaultKind.TOO_MANY_REQUESTS) {
            throw StripeErrors.rateLimit();
        }
        if (fault != null && fault.kind() == FaultKind.CONFLICT) {
            throw StripeErrors.idempotencyKeyInUse(String.valueOf(request.header("idempotency-key")));
        }
    }

    private void perform(Call call, @Nullable Claim claim, @Nullable Fault fault, Caller caller) {
        switch (fault == null ? null : fault.kind()) {
            case DELAY -> timers.after(time(fault), () -> caller.answer(execute(call, claim)));
            case DELAY_AFTER -> {
                Reply reply = execute(call, claim);
                timers.after(time(fault), () -> caller.answer(reply));
            }
            case SERVER_ERROR_BEFORE -> caller.answer(remember(claim, Reply.error(StripeErrors.api())));
            case SERVER_ERROR_AFTER -> {
                execute(call, claim);
                caller.answer(remember(claim, Reply.error(StripeErrors.api())));
            }
            case TIMEOUT_BEFORE -> {
                forget(claim);
                timers.after(time(fault), caller::hangUp);
            }
            case TIMEOUT_AFTER -> {
                execute(call, claim);
                timers.after(time(fault), caller::hangUp);
            }
            case null, default -> caller.answer(execute(call, claim));
        }
    }

    private static java.time.Duration time(@Nullable Fault fault) {
        return fault == null ? java.time.Duration.ZERO : fault.time();
    }

    private Reply execute(Call call, @Nullable Claim claim) {
        try {
            events.cause(call.request().id(), call.idempotencyKey());
            ObjectNode answer = call.route().operation().perform(call);
            List<String> paths = call.parameters().texts("expand");
            if (paths != null) {
                expansion.expand(answer, paths);
            }
            return remember(claim, Reply.json(200, call.publishable() ? PublishableView.of(answer) : answer));
        } catch (StripeError refused) {
            Reply reply = Reply.error(refused);
            if (refused.executed()) {
                return remember(claim, reply);
            }
            forget(claim);
            return reply;
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "defect in " + call.route().key(), defect);
            return remember(claim, Reply.error(StripeErrors.api()));
        } finally {
            events.cause(null, null);
        }
    }

    private Reply remember(@Nullable Claim claim, Reply reply) {
        if (claim != null) {
            keys.complete(claim, reply);
        }
        return reply;
    }

    private void forget(@Nullable Claim claim) {
        if (claim != null) {
            keys.release(claim);
        }
    }

    /** The headers that every answer of Stripe's carries. */
    private static Caller stamping(ApiRequest request, Caller caller) {
        Map<String, String> stamp = new HashMap<>();
        stamp.put("Request-Id", request.id());
        String version = request.header("stripe-version");
        stamp.put("Stripe-Version", version == null ? Events.API_VERSION : version);
        String key = request.header("idempotency-key");
        if (key != null) {
            stamp.put("Idempotency-Key", key);
        }
        return new Stamping(stamp, caller);
    }

    private record Stamping(Map<String, String> stamp, Caller caller) implements Caller {
        @Override
        public void answer(Reply reply) {
            Map<String, String> headers = new HashMap<>(stamp);
            headers.putAll(reply.headers());
            caller.answer(reply.with(headers));
        }

        @Override
        public void hangUp() {
            caller.hangUp();
        }
    }
}
