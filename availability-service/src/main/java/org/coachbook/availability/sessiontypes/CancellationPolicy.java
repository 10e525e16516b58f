package org.coachbook.availability.sessiontypes;

import java.util.List;
import org.coachbook.contracts.availability.RefundTier;

/** What is refunded while more than so many elapsed hours remain before the start; below the last tier nothing. */
public record CancellationPolicy(List<RefundTier> tiers) {
    /** 100 % over 48 hours, 50 % over 24 hours. */
    static CancellationPolicy standard() {
        return new CancellationPolicy(List.of(new RefundTier(48, 100), new RefundTier(24, 50)));
    }
}
