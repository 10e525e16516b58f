package org.coachbook.pricing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.calculation.Calculation;
import org.jspecify.annotations.Nullable;

/** What the sessions that were asked for cost now and then, in their order, or why that cannot be quoted. */
public record Preview(List<Item> items) {
    /**
     * @param now by the rates as they are; null when a quote by them would be refused
     * @param nowRefused why it would be; null beside a price
     * @param then by the rates that were sent; null when a quote by them would be refused
     * @param thenRefused why it would be; null beside a price
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            @Nullable Figures now,
            @Nullable Refusal nowRefused,
            @Nullable Figures then,
            @Nullable Refusal thenRefused) {
        static Item of(PreviewedPrice now, PreviewedPrice then) {
            return new Item(figures(now), refusal(now), figures(then), refusal(then));
        }

        private static @Nullable Figures figures(PreviewedPrice price) {
            return price instanceof PreviewedPrice.Priced priced ? Figures.of(priced.calculation()) : null;
        }

        private static @Nullable Refusal refusal(PreviewedPrice price) {
            return price instanceof PreviewedPrice.Refused refused ? Refusal.of(refused.problem()) : null;
        }
    }

    /** The problem that a quote would be refused with. */
    public record Refusal(String type, String detail) {
        static Refusal of(Problem problem) {
            return new Refusal(problem.type(), problem.detail());
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
