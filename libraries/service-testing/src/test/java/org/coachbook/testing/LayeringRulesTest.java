package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class LayeringRulesTest {
    private static final String BAD = "org.coachbook.testing.sample.booking";
    private static final String GOOD = "org.coachbook.testing.sample.wellmade";

    private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

    @Test
    void a_well_layered_service_passes() {
        assertThatCode(() -> LayeringRules.check(new ClassFileImporter().importPackages(GOOD), GOOD))
                .doesNotThrowAnyException();
    }

    @Test
    void a_core_class_that_knows_a_framework_is_reported() {
        assertViolation(LayeringRules.coreKnowsNoFramework(), "placement.Placement");
    }

    @Test
    void a_collection_outside_a_repository_is_reported() {
        assertViolation(LayeringRules.onlyRepositoriesTouchCollections(), "placement.Placement");
    }

    @Test
    void the_repository_of_another_feature_is_reported() {
        assertViolation(FeatureIsolation.rule(BAD), "ApprovalHelper");
    }

    @Test
    void an_empty_name_is_reported() {
        assertViolation(LayeringRules.noEmptyNames(), "ApprovalHelper");
    }

    @Test
    void a_package_without_classes_is_a_mistake() {
        assertThatThrownBy(() -> LayeringRules.check("org.coachbook.nothing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.coachbook.nothing");
    }

    private void assertViolation(ArchRule rule, String named) {
        assertThatThrownBy(() -> rule.check(bad))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }
}
