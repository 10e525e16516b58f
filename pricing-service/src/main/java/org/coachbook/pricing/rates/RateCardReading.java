package org.coachbook.pricing.rates;

import java.util.List;
import org.coachbook.chassis.http.FieldError;

/** What came of reading a rate card. */
public sealed interface RateCardReading {
    record Valid(RateCard card) implements RateCardReading {}

    record Invalid(List<FieldError> errors) implements RateCardReading {}
}
