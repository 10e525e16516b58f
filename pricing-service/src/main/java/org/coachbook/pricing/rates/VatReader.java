package org.coachbook.pricing.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coachbook.pricing.OneLine;
import org.coachbook.pricing.rates.RateCardBody.VatBody;
import org.coachbook.pricing.rates.RateCardBody.VatChangeBody;
import org.jspecify.annotations.Nullable;

/** Reads a coach's value added tax; who says nothing pays the usual rate. */
final class VatReader {
    private static final int HIGHEST_PERCENT = 100;
    private static final int MOST_CHANGES = 50;
    private static final int LONGEST_EXEMPTION = 200;
    private static final VatBody USUAL = new VatBody(null, true, null, null);

    private final FieldChecks checks;

    VatReader(FieldChecks checks) {
        this.checks = checks;
    }

    VatRates read(@Nullable VatBody sent) {
        VatBody vat = Objects.requireNonNullElse(sent, USUAL);
        if (vat.included() == null) {
            checks.refuse("vat.included", "must be true or false");
        }
        String rate = Objects.requireNonNullElse(vat.ratePercent(), VatRates.USUAL_PERCENT);
        return new VatRates(
                Boolean.TRUE.equals(vat.included()), period("vat", rate, vat.exemption()), changes(vat.changes()));
    }

    private List<VatRates.Change> changes(@Nullable List<@Nullable VatChangeBody> bodies) {
        List<VatRates.Change> changes = new ArrayList<>();
        for (@Nullable VatChangeBody body : checks.list("vat.changes", bodies, MOST_CHANGES)) {
            String field = "vat.changes[" + changes.size() + "]";
            VatChangeBody sent = body == null ? new VatChangeBody(null, null, null) : body;
            LocalDate from = checks.date(field + ".from", sent.from());
            if (!changes.isEmpty() && !from.isAfter(changes.getLast().from())) {
                checks.refuse(field + ".from", "must be after the date of the change before it");
            }
            changes.add(new VatRates.Change(from, period(field, sent.ratePercent(), sent.exemption())));
        }
        return List.copyOf(changes);
    }

    private VatRates.Period period(String field, @Nullable String ratePercent, @Nullable String exemption) {
        BigDecimal rate = checks.decimal(field + ".ratePercent", ratePercent, HIGHEST_PERCENT);
        if (exemption != null && (exemption.length() > LONGEST_EXEMPTION || !OneLine.is(exemption))) {
            checks.refuse(field + ".exemption", "must be one line of 1 to " + LONGEST_EXEMPTION + " characters");
        }
        if (exemption != null && rate.signum() != 0) {
            checks.refuse(field + ".exemption", "goes with ratePercent \"0\"");
        }
        return new VatRates.Period(rate, exemption);
    }
}
