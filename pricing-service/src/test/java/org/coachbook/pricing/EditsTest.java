package org.coachbook.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coachbook.chassis.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditsTest {
    private final AtomicInteger version = new AtomicInteger(3);

    @Test
    void who_loses_a_race_looks_again_until_he_wins_and_not_without_end() {
        assertThat(editLosing(99, null)).isEqualTo(102);
        assertThatThrownBy(() -> editLosing(100, null)).isInstanceOf(ProblemException.class);
        assertThat(version).as("looked at a hundred times each").hasValue(202);
    }

    @Test
    void an_edit_of_a_version_that_was_the_last_is_of_an_older_one_when_the_race_is_lost() {
        assertThat(editLosing(0, "\"3\"")).isEqualTo(3);
        assertThatThrownBy(() -> editLosing(1, "\"3\""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(412));
    }

    /** The version that was edited, after so many others were faster. */
    private long editLosing(int races, @Nullable String ifMatch) {
        AtomicInteger lost = new AtomicInteger();
        return Edits.edit(
                ifMatch,
                () -> (long) version.get(),
                known -> known,
                known -> lost.getAndIncrement() < races ? faster() : Optional.of(known));
    }

    private Optional<Long> faster() {
        version.incrementAndGet();
        return Optional.empty();
    }
}
