package org.coachbook.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/** Tells edge classes, which may know a framework, from core classes, which may not. */
final class Edges {
    static final String NAMES = "Resource|Repository|Messages|Worker|Config|Application|Filter|Provider|Client|Clients"
            + "|Mapper|Document|Documents|Producer|Consumer|Socket|Endpoint|Codec|Health|Metrics|Poller";

    private static final Pattern EDGE_NAME = Pattern.compile(".*(" + NAMES + ")");
    private static final Pattern FRAMEWORK = Pattern.compile("(io\\.quarkus|jakarta|io\\.smallrye|org\\.eclipse)\\..*");

    private Edges() {}

    static DescribedPredicate<JavaClass> areCore() {
        return DescribedPredicate.describe("are core classes", type -> !isEdge(outermost(type)));
    }

    /** By name, or because a framework makes and calls it: a CDI bean, a resource, a configuration mapping. */
    private static boolean isEdge(JavaClass type) {
        return EDGE_NAME.matcher(type.getSimpleName()).matches()
                || type.getAnnotations().stream().anyMatch(Edges::belongsToFramework);
    }

    static DescribedPredicate<JavaClass> areNoRepositories() {
        return DescribedPredicate.describe(
                "are no repositories", type -> !outermost(type).getSimpleName().endsWith("Repository"));
    }

    private static boolean belongsToFramework(JavaAnnotation<?> annotation) {
        return FRAMEWORK.matcher(annotation.getRawType().getName()).matches();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Edges::outermost).orElse(type);
    }
}
