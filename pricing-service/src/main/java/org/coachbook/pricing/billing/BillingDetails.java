package org.coachbook.pricing.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a coach stands on the invoices that are issued from now on; those issued before stay as they are.
 *
 * @param name legal name; null: the account's name
 * @param address lines of the postal address, at most 5
 * @param vatNumber as in {@code CHE-123.456.789 MWST}; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillingDetails(
        @Nullable String name,
        List<String> address,
        @Nullable String vatNumber) {
    /** Nothing was said. */
    public static final BillingDetails NONE = new BillingDetails(null, List.of(), null);
}
