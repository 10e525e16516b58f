package org.coachbook.pricing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.calculation.Calculation;
import org.jspecify.annotations.Nullable;

/** What the sessions that were asked for cost now and then, in their order. */
public record Preview(List<Item> items) {
    /**
     * @param now by the rates as they are; null when they have no price for it
     * @param then by the rates that were sent; null when they have no price for it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(@Nullable Figures now, @Nullable Figures then) {
        static Item of(Optional<Calculation> now, Optional<Calculation> then) {
            return new Item(
                    now.map(Figures::of).orElse(null), then.map(Figures::of).orElse(null));
        }
    }

    /**
     * @param platformFee minor units kept from the payout
     * @param payout minor units that the coach gets
     */
    public record Figures(Price price, List<PriceLine> lines, long platformFee, long payout) {
        static Figures of(Calculation calculation) {
            return new Figures(
                    calculation.price(), calculation.lines(), calculation.platformFee(), calculation.payout());
        }
    }
}
