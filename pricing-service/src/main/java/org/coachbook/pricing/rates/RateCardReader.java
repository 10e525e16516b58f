package org.coachbook.pricing.rates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.RateCardBody.RateBody;
import org.jspecify.annotations.Nullable;

/** Makes a {@link RateCard} of what a coach sent, or says of every field what is wrong with it. */
public final class RateCardReader {
    private static final int MOST_RATES = 200;

    private final FieldChecks checks;
    private final Currency currency;
    private final SessionRateReader sessionRates;

    private RateCardReader(RateCardBody body, FieldChecks checks) {
        this.checks = checks;
        Optional<Currency> known = Optional.ofNullable(body.currency()).flatMap(Currencies::find);
        if (known.isEmpty()) {
            checks.refuse("currency", "must be the ISO 4217 code of a currency that can be charged, as CHF");
        }
        this.currency = known.orElseGet(() -> new Currency("", 2, 1, 1, 0, Long.MAX_VALUE));
        this.sessionRates = new SessionRateReader(checks, currency);
    }

    /** Reads what a coach sends as a version of his card. */
    public static RateCardReading read(String coachId, long version, RateCardBody body) {
        return new RateCardReader(body, new FieldChecks(true)).card(coachId, version, body);
    }

    /** Reads a version that is stored, which may be of before sums had to be chargeable. */
    static RateCardReading stored(RateCardDocument stored) {
        return new RateCardReader(stored.card(), new FieldChecks(false))
                .card(stored.coachId(), stored.version(), stored.card());
    }

    private RateCardReading card(String coachId, long version, RateCardBody body) {
        RateCard card =
                new RateCard(coachId, version, currency, new VatReader(checks).read(body.vat()), rates(body.rates()));
        return checks.errors().isEmpty()
                ? new RateCardReading.Valid(card)
                : new RateCardReading.Invalid(checks.errors());
    }

    private Map<String, SessionRate> rates(@Nullable List<@Nullable RateBody> bodies) {
        if (bodies == null) {
            checks.refuse("rates", "must be given");
            return Map.of();
        }
        Map<String, SessionRate> rates = new LinkedHashMap<>();
        List<@Nullable RateBody> entries = checks.list("rates", bodies, MOST_RATES);
        for (int i = 0; i < entries.size(); i++) {
            add(rates, "rates[" + i + "]", entries.get(i));
        }
        return Map.copyOf(rates);
    }

    private void add(Map<String, SessionRate> rates, String field, @Nullable RateBody body) {
        if (body == null) {
            checks.refuse(field, "must be given");
            return;
        }
        String sessionTypeId = checks.id(field + ".sessionTypeId", body.sessionTypeId());
        if (rates.put(sessionTypeId, sessionRates.read(field, body)) != null) {
            checks.refuse(field + ".sessionTypeId", "has a rate already");
        }
    }
}
