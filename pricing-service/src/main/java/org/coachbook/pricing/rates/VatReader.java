package org.coachbook.pricing.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.pricing.rates.RateCardBody.VatBody;
import org.coachbook.pricing.rates.RateCardBody.VatChangeBody;
import org.jspecify.annotations.Nullable;

/** Reads a coach's value added tax. */
final class VatReader {
    private static final int HIGHEST_PERCENT = 100;
    private static final int MOST_CHANGES = 50;
    private static final int LONGEST_EXEMPTION = 200;

    private final FieldChecks checks;

    VatReader(FieldChecks checks) {
        this.checks = checks;
    }

    VatRates read(@Nullable VatBody vat) {
        if (vat == null) {
            checks.refuse("vat", "must be given, with ratePercent \"0\" where there is none");
            return VatRates.always(BigDecimal.ZERO, true);
        }
        if (vat.included() == null) {
            checks.refuse("vat.included", "must be true or false");
        }
        BigDecimal rate = checks.decimal("vat.ratePercent", vat.ratePercent(), HIGHEST_PERCENT);
        List<VatRates.Change> changes = changes(vat.changes());
        return new VatRates(
                rate, Boolean.TRUE.equals(vat.included()), changes, exemption(vat.exemption(), rate, changes));
    }

    private List<VatRates.Change> changes(@Nullable List<@Nullable VatChangeBody> bodies) {
        List<VatRates.Change> changes = new ArrayList<>();
        for (@Nullable VatChangeBody body : checks.list("vat.changes", bodies, MOST_CHANGES)) {
            String field = "vat.changes[" + changes.size() + "]";
            VatChangeBody sent = body == null ? new VatChangeBody(null, null) : body;
            LocalDate from = checks.date(field + ".from", sent.from());
            if (!changes.isEmpty() && !from.isAfter(changes.getLast().from())) {
                checks.refuse(field + ".from", "must be after the date of the change before it");
            }
            changes.add(new VatRates.Change(
                    from, checks.decimal(field + ".ratePercent", sent.ratePercent(), HIGHEST_PERCENT)));
        }
        return List.copyOf(changes);
    }

    private @Nullable String exemption(@Nullable String text, BigDecimal rate, List<VatRates.Change> changes) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_EXEMPTION)) {
            checks.refuse("vat.exemption", "must be 1 to " + LONGEST_EXEMPTION + " characters");
        }
        if (text != null && (rate.signum() != 0 || !changes.isEmpty())) {
            checks.refuse("vat.exemption", "goes with ratePercent \"0\" and no changes");
        }
        return text;
    }
}
