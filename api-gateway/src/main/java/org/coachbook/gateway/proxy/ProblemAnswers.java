package org.coachbook.gateway.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.coachbook.chassis.http.Problem;
import org.coachbook.gateway.ratelimit.TooMany;

/** Problems that are answered before, or instead of, a service. */
@Singleton
public class ProblemAnswers {
    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the response with a problem, unless it has begun. */
    public void send(HttpServerResponse response, Problem problem) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "1");
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(problem));
    }

    /** 429 with {@code Retry-After}. */
    public void tooMany(HttpServerResponse response, Duration wait) {
        response.putHeader("Retry-After", Long.toString(TooMany.seconds(wait)));
        send(response, Problem.of(429, "rate-limited", "Too many requests; wait a moment."));
    }

    /** 413; the connection ends, since the rest of the body is not read. */
    public void tooLarge(HttpServerResponse response, int limit) {
        response.putHeader("Connection", "close");
        send(response, tooLarge(limit));
    }

    static Problem tooLarge(int limit) {
        return Problem.of(413, "too-large", "The request is too large; a body may have " + limit / 1024 + " KiB here.");
    }

    /** 504; a service was asked to do something and was not heard of again. */
    static Problem noAnswer() {
        return Problem.of(
                504,
                "no-answer",
                "The service did not answer, so it is not known whether this was done. Look before you ask again;"
                        + " what is sent again with the same Idempotency-Key is done once.");
    }

    Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a problem", e);
        }
    }
}
