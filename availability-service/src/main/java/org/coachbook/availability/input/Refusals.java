package org.coachbook.availability.input;

import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.chassis.http.Problem;

/** Turns what is wrong with a request into its answer. */
public final class Refusals {
    private Refusals() {}

    /** Ends the request with 400 when a field is wrong. */
    public static void require(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }
}
