package org.coachbook.pricing.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.coachbook.pricing.redemption.NotUsable;
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
        assertThat(refusal(TERMS, "bob", "t1", FROM.minusMillis(1))).isEqualTo(NotUsable.NOT_VALID_NOW);
        assertThat(refusal(TERMS, "bob", "t1", FROM)).isNull();
        assertThat(refusal(TERMS, "bob", "t1", TO.minusMillis(1))).isNull();
        assertThat(refusal(TERMS, "bob", "t1", TO)).isEqualTo(NotUsable.NOT_VALID_NOW);
    }

    @Test
    void it_is_for_its_session_types_only() {
        assertThat(refusal(TERMS, "bob", "t2", FROM)).isEqualTo(NotUsable.OTHER_SESSION_TYPES);
    }

    @Test
    void uses_are_counted_for_each_client_and_for_all() {
        Use his = new Use("r1", "bob", FROM);
        Use hisToo = new Use("r2", "bob", FROM);
        Use hers = new Use("r3", "cleo", FROM);
        assertThat(refusal(TERMS, "bob", "t1", FROM, his)).isNull();
        assertThat(refusal(TERMS, "bob", "t1", FROM, his, hisToo)).isEqualTo(NotUsable.USED_BY_CLIENT);
        assertThat(refusal(TERMS, "cleo", "t1", FROM, his, hisToo)).isNull();
        assertThat(refusal(TERMS, null, "t1", FROM, his, hisToo)).isNull();
        assertThat(refusal(TERMS, "dan", "t1", FROM, his, hisToo, hers)).isEqualTo(NotUsable.USED_UP);
    }

    @Test
    void a_withdrawn_one_is_told_to_be() {
        assertThat(refusal(TERMS.withdrawn(), "bob", "t1", FROM)).isEqualTo(NotUsable.WITHDRAWN);
    }

    @Test
    void an_amount_is_of_its_currency_and_a_percentage_of_all() {
        PromotionTerms euros = new PromotionTerms("EURO", null, 500L, "EUR", null, null, 3, null, List.of(), true);
        assertThat(refusal(euros, "bob", "t1", FROM)).isEqualTo(NotUsable.OTHER_CURRENCY);
        assertThat(refusal(TERMS, "bob", "t1", FROM)).isNull();
    }

    private static @Nullable NotUsable refusal(
            PromotionTerms terms, @Nullable String client, String type, Instant now, Use... uses) {
        return new Promotion("p", "ada", terms, 1, FROM, List.of(uses), List.of(), 0).refusal(client, type, "CHF", now);
    }
}
