package org.coachbook.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A JVM that starts a child, tells its process id in a file and waits to be killed. */
final class LeashHolder {
    private LeashHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Path log = file.resolveSibling("holder.log");
        LeashedProcess child = LeashedProcess.start(List.of("sleep", "60"), Map.of(), log);
        Path partial = Files.writeString(file.resolveSibling("partial"), String.valueOf(child.pid()));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }
}
