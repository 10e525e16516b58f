package org.coachbook.contracts.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be redeemed. */
public enum DiscountKind {
    /** A code that takes something off, a limited number of times. */
    @JsonProperty("promotion")
    PROMOTION,
    /** A credit of a package that the client has bought. */
    @JsonProperty("package")
    PACKAGE
}
