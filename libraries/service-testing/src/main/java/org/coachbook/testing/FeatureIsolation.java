package org.coachbook.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A feature does not use another feature's repository. */
final class FeatureIsolation extends ArchCondition<JavaClass> {
    private final String root;

    private FeatureIsolation(String root) {
        super("use only their own feature's repositories");
        this.root = root + ".";
    }

    static ArchRule rule(String rootPackage) {
        return classes()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should(new FeatureIsolation(rootPackage))
                .because("two writers of one document cannot both guard it");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(this::crossesFeatures)
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    private boolean crossesFeatures(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return target.getSimpleName().endsWith("Repository")
                && !feature(target).isEmpty()
                && !feature(target).equals(feature(dependency.getOriginClass()));
    }

    /** The first segment below the root; empty for what belongs to the whole service, or to another one. */
    private String feature(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(root) ? name.substring(root.length()).replaceFirst("\\..*", "") : "";
    }
}
