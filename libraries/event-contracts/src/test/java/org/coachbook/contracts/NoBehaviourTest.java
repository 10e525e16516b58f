package org.coachbook.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoBehaviourTest {
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.coachbook.contracts");

    @Test
    void contracts_know_no_service_and_no_framework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "com.mongodb..", "org.apache.kafka..", "org.coachbook.chassis..")
                .check(CONTRACTS);
    }

    @Test
    void a_message_has_no_method_beside_its_components() {
        classes().that().areRecords().should(new OnlyAccessors()).check(CONTRACTS);
    }

    private static final class OnlyAccessors extends ArchCondition<JavaClass> {
        private static final List<String> GIVEN = List.of("toString", "hashCode", "equals");

        OnlyAccessors() {
            super("have only accessors");
        }

        @Override
        public void check(JavaClass record, ConditionEvents events) {
            record.getMethods().stream()
                    .filter(m -> !GIVEN.contains(m.getName()))
                    .filter(m -> record.tryGetField(m.getName()).isEmpty())
                    .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getFullName() + " is behaviour")));
        }
    }
}
