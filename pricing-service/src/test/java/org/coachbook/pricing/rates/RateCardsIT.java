package org.coachbook.pricing.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class RateCardsIT {
    @Inject
    RateCardRepository repository;

    @Test
    void another_replica_prices_by_a_changed_card_once_its_copy_has_run_out() {
        RateCards replica =
                new RateCards(repository, Clock.systemUTC(), new SimpleMeterRegistry(), Duration.ofMillis(200));
        Coach coach = Coach.withoutFacts("type-");
        coach.setRate(100);
        assertThat(replica.of(coach.id()).orElseThrow().version()).isEqualTo(1);
        coach.setRate(200);
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                        replica.of(coach.id()).orElseThrow().version())
                .isEqualTo(2));
    }
}
