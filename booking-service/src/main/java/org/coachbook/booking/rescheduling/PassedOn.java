package org.coachbook.booking.rescheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.chassis.http.Problem;

/** A refusal of another service of ours, told to the caller as that service tells it. */
final class PassedOn {
    private static final Set<String> COMMON = Set.of("type", "title", "status", "detail", "errors");

    private PassedOn() {}

    /** The problem; empty when it is none of ours. */
    static Optional<Problem> problem(JsonNode body, int status) {
        String type = body.path("type").asText();
        if (!type.startsWith(Problem.TYPES)) {
            return Optional.empty();
        }
        List<FieldError> errors = new ArrayList<>();
        body.path("errors")
                .forEach(error -> errors.add(new FieldError(
                        error.path("field").asText(), error.path("message").asText())));
        Problem problem = new Problem(
                type, body.path("title").asText(), status, body.path("detail").asText(), List.copyOf(errors), Map.of());
        for (var member : body.properties()) {
            problem = COMMON.contains(member.getKey()) ? problem : problem.with(member.getKey(), member.getValue());
        }
        return Optional.of(problem);
    }
}
