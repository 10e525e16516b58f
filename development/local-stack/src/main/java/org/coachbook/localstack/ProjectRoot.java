package org.coachbook.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the folder that holds the modules. */
public final class ProjectRoot {
    private ProjectRoot() {}

    /** The system property {@code coachbook.root}, or the nearest folder above with the launcher's module. */
    public static Path find() {
        String configured = System.getProperty("coachbook.root");
        Path start = Path.of(configured == null ? "" : configured).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, folder -> folder.getParent())
                .filter(folder -> Files.isRegularFile(folder.resolve("development/local-stack/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Coachbook project around " + start));
    }
}
