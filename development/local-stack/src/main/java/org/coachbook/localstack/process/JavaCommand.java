package org.coachbook.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Command lines for child JVMs on the JDK that runs this one. */
public final class JavaCommand {
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final List<String> YOUNG = List.of("-Xms80m", "-Xmn48m");
    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private JavaCommand() {}

    /** Runs a class of this JVM's own class path. */
    public static List<String> ofClass(String heap, String mainClass, String... arguments) {
        return join(
                List.of(java(), "-Xmx" + heap),
                SMALL,
                List.of(LOG_MANAGER, "-cp", classPath(), mainClass),
                List.of(arguments));
    }

    /** Runs the jar of a service, with a heap that is small as long as little happens. */
    public static List<String> ofService(String heap, List<String> flags, Path jar) {
        return join(List.of(java(), "-Xmx" + heap), SMALL, YOUNG, flags, List.of("-jar", jar.toString()));
    }

    /** The {@code java} program of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
