package org.coachbook.pricing.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Vat;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientPackageTest {
    private static final Instant PAID = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant END = PAID.plus(Duration.ofDays(30));
    private static final PackageTerms TERMS =
            new PackageTerms("Three", 3, 60, List.of("t1", "t2"), 45_000, "CHF", 30, true);
    private static final Price PRICE =
            new Price("CHF", 45_000, List.of(), 45_000, 41_628, new Vat("8.1", 3_372, true), 45_000);

    @Test
    void it_pays_from_the_payment_until_its_last_moment() {
        assertThat(bought(null, 0).status(PAID)).isEqualTo(PackageStatus.AWAITING_PAYMENT);
        assertThat(bought(null, 0).refusal("t1", 60, PAID)).isEqualTo(DiscountRefusal.UNKNOWN);
        assertThat(bought(PAID, 0).refusal("t1", 60, PAID)).isNull();
        assertThat(bought(PAID, 0).refusal("t1", 60, END.minusMillis(1))).isNull();
        assertThat(bought(PAID, 0).refusal("t1", 60, END)).isEqualTo(DiscountRefusal.NOT_VALID_NOW);
        assertThat(bought(PAID, 0).status(END)).isEqualTo(PackageStatus.EXPIRED);
    }

    @Test
    void it_pays_for_its_session_types_up_to_its_length() {
        ClientPackage bought = bought(PAID, 0);
        assertThat(bought.refusal("t2", 45, PAID)).isNull();
        assertThat(bought.refusal("t2", 61, PAID)).isEqualTo(DiscountRefusal.OTHER_SESSION_TYPES);
        assertThat(bought.refusal("t3", 60, PAID)).isEqualTo(DiscountRefusal.OTHER_SESSION_TYPES);
    }

    @Test
    void each_booking_uses_a_credit() {
        assertThat(bought(PAID, 2).left()).isEqualTo(1);
        assertThat(bought(PAID, 2).exhausted("bob")).isNull();
        assertThat(bought(PAID, 3).exhausted("bob")).isEqualTo(DiscountRefusal.USED_UP);
        assertThat(bought(PAID, 3).status(PAID)).isEqualTo(PackageStatus.USED_UP);
    }

    @Test
    void it_is_its_clients_alone_and_only_once_it_is_paid() {
        assertThat(bought(PAID, 0).exhausted("cleo")).isEqualTo(DiscountRefusal.UNKNOWN);
        assertThat(bought(null, 0).exhausted("bob")).isEqualTo(DiscountRefusal.UNKNOWN);
    }

    private static ClientPackage bought(@Nullable Instant paidAt, int used) {
        List<Use> uses = IntStream.range(0, used)
                .mapToObj(i -> new Use("b" + i, "bob", PAID))
                .toList();
        return new ClientPackage("p", purchase(), null, paidAt, null, uses, List.of(), 1);
    }

    private static Purchase purchase() {
        return new Purchase("k", "o", "ada", "bob", TERMS, PRICE, 1, 6_750, PAID, PAID.plusSeconds(900));
    }
}
