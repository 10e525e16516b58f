package org.coachbook.pricing.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands on the invoices that are issued from now on, as seller or as buyer; those issued before stay as they
 * are.
 *
 * @param name legal name; null: the account's name
 * @param address lines of the postal address, at most 5
 * @param vatNumber as in {@code CHE-123.456.789 MWST}; null where there is none. A seller's belongs on every invoice with
 *     tax, and he answers for it: an invoice is issued without one all the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillingDetails(
        @Nullable String name,
        List<String> address,
        @Nullable String vatNumber) {
    /** Nothing was said. */
    public static final BillingDetails NONE = new BillingDetails(null, List.of(), null);
}
