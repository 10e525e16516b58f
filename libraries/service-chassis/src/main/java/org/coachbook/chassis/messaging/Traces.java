package org.coachbook.chassis.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Carries the W3C trace context over Kafka and into the logs of whoever handles a message. */
public final class Traces {
    private static final W3CTraceContextPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();

    private Traces() {}

    /** {@code traceparent} of the current span, or nothing outside of one. */
    public static Map<String, String> currentAsHeaders() {
        Map<String, String> headers = new HashMap<>();
        PROPAGATOR.inject(Context.current(), headers, (_, name, value) -> headers.put(name, value));
        return Map.copyOf(headers);
    }

    /** Runs {@code work} in a span that continues the sender's trace. */
    static void continued(Tracer tracer, IncomingMessage message, Runnable work) {
        Context sender = PROPAGATOR.extract(Context.root(), message, new ParentOf());
        Span span = tracer.spanBuilder("handle " + message.topic())
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            logAs(span.getSpanContext());
            work.run();
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
            span.end();
        }
    }

    private static void logAs(SpanContext context) {
        MDC.put("traceId", context.getTraceId());
        MDC.put("spanId", context.getSpanId());
    }

    private static final class ParentOf implements TextMapGetter<IncomingMessage> {
        @Override
        public Iterable<String> keys(IncomingMessage message) {
            return List.of(Headers.TRACE_PARENT);
        }

        @Override
        public @Nullable String get(@Nullable IncomingMessage message, String key) {
            return message != null && key.equals(Headers.TRACE_PARENT) ? message.traceParent() : null;
        }
    }
}
