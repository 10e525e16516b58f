package org.coachbook.pricing.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-04-01T00:00:00Z");
    private static final PromotionTerms TERMS =
            new PromotionTerms("SPRING", "20", null, null, FROM, TO, 3, 2, List.of("t1"), true);

    @Test
    void it_is_valid_from_its_first_moment_until_its_last() {
        assertThat(refusal(TERMS, "bob", "t1", FROM.minusMillis(1))).isEqualTo(DiscountRefusal.NOT_VALID_NOW);
        assertThat(refusal(TERMS, "bob", "t1", FROM)).isNull();
        assertThat(refusal(TERMS, "bob", "t1", TO.minusMillis(1))).isNull();
        assertThat(refusal(TERMS, "bob", "t1", TO)).isEqualTo(DiscountRefusal.NOT_VALID_NOW);
    }

    @Test
    void it_is_for_its_session_types_only() {
        assertThat(refusal(TERMS, "bob", "t2", FROM)).isEqualTo(DiscountRefusal.OTHER_SESSION_TYPES);
    }

    @Test
    void uses_are_counted_for_each_client_and_for_all() {
        Use his = new Use("r1", "bob", FROM);
        Use hisToo = new Use("r2", "bob", FROM);
        Use hers = new Use("r3", "cleo", FROM);
        assertThat(refusal(TERMS, "bob", "t1", FROM, his)).isNull();
        assertThat(refusal(TERMS, "bob", "t1", FROM, his, hisToo)).isEqualTo(DiscountRefusal.USED_BY_CLIENT);
        assertThat(refusal(TERMS, "cleo", "t1", FROM, his, hisToo)).isNull();
        assertThat(refusal(TERMS, null, "t1", FROM, his, hisToo)).isNull();
        assertThat(refusal(TERMS, "dan", "t1", FROM, his, hisToo, hers)).isEqualTo(DiscountRefusal.USED_UP);
    }

    @Test
    void a_withdrawn_one_looks_like_none() {
        assertThat(refusal(TERMS.withdrawn(), "bob", "t1", FROM)).isEqualTo(DiscountRefusal.UNKNOWN);
    }

    private static @Nullable DiscountRefusal refusal(
            PromotionTerms terms, @Nullable String client, String type, Instant now, Use... uses) {
        return new Promotion("p", "ada", terms, 1, FROM, List.of(uses), List.of(), 0).refusal(client, type, now);
    }
}
