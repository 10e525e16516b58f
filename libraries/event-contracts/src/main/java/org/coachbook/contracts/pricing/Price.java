package org.coachbook.contracts.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a session costs the client; all amounts in minor units of {@code currency}. {@code discounted + added VAT =
 * total} and {@code taxable + VAT = total} hold exactly.
 *
 * @param base before discounts
 * @param discounted after them
 * @param taxable the total without its VAT
 * @param total what is charged; {@code final} in JSON
 */
public record Price(
        String currency,
        long base,
        List<DiscountLine> discounts,
        long discounted,
        long taxable,
        Vat vat,
        @JsonProperty("final") long total) {}
