package org.coachbook.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The architecture's rules about what may depend on what, for any service. */
public final class LayeringRules {
    private static final String FORBIDDEN_NAMES = "\\w*(Manager|Helper|Util|Utils|Impl)|(Base|Abstract)[A-Z]\\w*";

    private LayeringRules() {}

    /**
     * Checks all rules on the classes under this package, tests excluded.
     *
     * @param rootPackage a service's package, as {@code org.coachbook.booking}; features are its direct sub-packages
     * @throws AssertionError naming each violation
     */
    public static void check(String rootPackage) {
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        if (imported.isEmpty()) {
            throw new AssertionError("There are no classes in " + rootPackage);
        }
        check(imported, rootPackage);
    }

    static void check(JavaClasses imported, String rootPackage) {
        of(rootPackage).forEach(rule -> rule.allowEmptyShould(true).check(imported));
    }

    /** The rules one by one. */
    public static List<ArchRule> of(String rootPackage) {
        return List.of(
                coreKnowsNoFramework(),
                onlyRepositoriesTouchCollections(),
                FeatureIsolation.rule(rootPackage),
                noEmptyNames());
    }

    /** A core class imports no Quarkus, Jakarta, MongoDB or Kafka. */
    public static ArchRule coreKnowsNoFramework() {
        return noClasses()
                .that(Edges.areCore())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..")
                .because("a core must be testable in microseconds and outlive its framework;" + " edges are named "
                        + Edges.NAMES);
    }

    /** Only a class named {@code …Repository} uses a MongoDB collection. */
    public static ArchRule onlyRepositoriesTouchCollections() {
        return noClasses()
                .that(Edges.areNoRepositories())
                .should()
                .dependOnClassesThat(assignableTo("com.mongodb.client.MongoCollection"))
                .because("every guard on stored data is found in a repository");
    }

    /** No class has a name that says nothing about what it is. */
    public static ArchRule noEmptyNames() {
        return classes()
                .should()
                .haveNameNotMatching("(.*[.$])?(" + FORBIDDEN_NAMES + ")")
                .because("a name says what the thing is in the field's own terms");
    }
}
