package org.coachbook.chassis.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntityTagsTest {
    @Test
    void the_tag_that_was_read_any_tag_or_none_lets_an_edit_through() {
        assertThatCode(() -> EntityTags.require(EntityTags.of(7), 7)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.require("*", 7)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.require(null, 7)).doesNotThrowAnyException();
    }

    @Test
    void one_of_several_tags_lets_an_edit_through() {
        assertThatCode(() -> EntityTags.require("\"6\", \"7\"", 7)).doesNotThrowAnyException();
        assertThatCode(() -> EntityTags.require("\"7\",\"6\"", 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> EntityTags.require("\"5\", \"6\"", 7)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> EntityTags.require("W/\"7\"", 7)).isInstanceOf(ProblemException.class);
    }

    @Test
    void any_tag_is_none_where_there_is_nothing() {
        assertThatThrownBy(() -> EntityTags.require("*", 0)).isInstanceOf(ProblemException.class);
        assertThatCode(() -> EntityTags.require("\"0\"", 0)).doesNotThrowAnyException();
    }

    @Test
    void another_tag_stops_the_edit() {
        assertThatThrownBy(() -> EntityTags.require(EntityTags.of(6), 7))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    org.assertj.core.api.Assertions.assertThat(e.problem().status())
                            .isEqualTo(412);
                });
    }
}
