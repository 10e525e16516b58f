package org.coachbook.availability.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.availability.waitlist.WaitList.Waiting;
import org.junit.jupiter.api.Test;

class WaitListTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Waiting ADA = new Waiting("w1", "ada", NOW);
    private static final Waiting BEN = new Waiting("w2", "ben", NOW);
    private static final Offer OFFER =
            new Offer("w1", "ada", "h1", START, START.plusSeconds(3600), NOW.plusSeconds(600));
    private static final WaitList BOTH =
            WaitList.of("k", "t", 60, START, null, START).joined(ADA).joined(BEN);

    @Test
    void who_joins_stands_at_the_end_and_is_looked_after_at_once() {
        assertThat(BOTH.position(ADA)).isEqualTo(1);
        assertThat(BOTH.position(BEN)).isEqualTo(2);
        assertThat(BOTH.nextAt()).isEqualTo(NOW);
        assertThat(WaitListFacts.of(BOTH, BOTH.joined(new Waiting("w3", "cleo", SOON))))
                .isEmpty();
    }

    @Test
    void an_offer_is_told_and_looked_after_at_its_end_at_the_latest() {
        WaitList offered = BOTH.offered(OFFER, SOON);
        assertThat(offered.nextAt()).isEqualTo(SOON);
        assertThat(BOTH.offered(OFFER, START).nextAt()).isEqualTo(OFFER.expiresAt());
        assertThat(offered.later(START).nextAt()).isEqualTo(OFFER.expiresAt());
        var fact = WaitListFacts.of(BOTH, offered).getFirst();
        assertThat(fact.type()).isEqualTo("availability.wait-list-offered.v1");
        assertThat(fact.payload()).contains("\"clientId\":\"ada\"", "\"holdId\":\"h1\"");
        assertThat(fact.sequence()).isEqualTo(1);
    }

    @Test
    void a_lapsed_offer_is_told_and_the_next_one_is_due() {
        WaitList offered = BOTH.offered(OFFER, SOON);
        WaitList lapsed = offered.lapsed(OFFER, OFFER.expiresAt());
        assertThat(lapsed.waiting()).containsExactly(BEN);
        assertThat(lapsed.offer()).isNull();
        assertThat(lapsed.nextAt()).isEqualTo(OFFER.expiresAt());
        var fact = WaitListFacts.of(offered, lapsed).getFirst();
        assertThat(fact.type()).isEqualTo("availability.wait-list-offer-lapsed.v1");
        assertThat(fact.sequence()).isEqualTo(2);
    }

    @Test
    void who_leaves_takes_his_own_offer_with_him_and_nobody_elses() {
        WaitList offered = BOTH.offered(OFFER, SOON);
        assertThat(offered.without("w2", NOW).offer()).isEqualTo(OFFER);
        assertThat(offered.without("w2", NOW).nextAt()).isEqualTo(SOON);
        WaitList without = offered.without("w1", NOW);
        assertThat(without.offer()).isNull();
        assertThat(without.nextAt()).isEqualTo(NOW);
        assertThat(WaitListFacts.of(offered, without)).isEmpty();
        assertThat(without.without("w2", NOW).nextAt()).isEqualTo(Entry.NEVER);
        assertThat(offered.closed().waiting()).isEmpty();
        assertThat(Objects.requireNonNull(offered.of("ben"))).isEqualTo(BEN);
    }
}
