package org.coachbook.localstack;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How to start a stack.
 *
 * @param projectRoot folder with the modules
 * @param stateDirectory where data, logs, mails and {@code stack.json} go; emptied at start
 * @param demoAccounts whether to register a coach, a client and an administrator
 * @param reviveChildren whether a child that ended by itself is started again
 * @param recordAotCaches whether services record a JDK AOT cache at their end, for faster starts
 * @param progress receives a line per step
 */
public record LocalStackOptions(
        Path projectRoot,
        Path stateDirectory,
        PortLayout ports,
        Deadlines deadlines,
        boolean demoAccounts,
        boolean reviveChildren,
        boolean recordAotCaches,
        Consumer<String> progress) {
    /** The stack of {@code ./coachbook up}: standard ports, state in {@code .coachbook}, demo accounts. */
    public static LocalStackOptions standard(Path projectRoot) {
        return new LocalStackOptions(
                projectRoot,
                projectRoot.resolve(".coachbook"),
                PortLayout.standard(),
                Deadlines.standard(),
                true,
                false,
                false,
                System.out::println);
    }

    /** A stack for tests and benchmarks: free ports, its own state directory, no demo accounts. */
    public static LocalStackOptions isolated(Path stateDirectory) {
        LocalStackOptions standard = standard(ProjectRoot.find());
        return new LocalStackOptions(
                standard.projectRoot(),
                stateDirectory.toAbsolutePath(),
                PortLayout.free(),
                standard.deadlines(),
                false,
                false,
                false,
                System.err::println);
    }

    /** The same on other ports. */
    public LocalStackOptions withPorts(PortLayout other) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, other, deadlines, demoAccounts, reviveChildren, recordAotCaches, progress);
    }

    /** The same with other deadlines. */
    public LocalStackOptions withDeadlines(Deadlines other) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, other, demoAccounts, reviveChildren, recordAotCaches, progress);
    }

    /** The same with or without demo accounts. */
    public LocalStackOptions withDemoAccounts(boolean wanted) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, deadlines, wanted, reviveChildren, recordAotCaches, progress);
    }

    /** The same, reviving children or not. */
    public LocalStackOptions withReviveChildren(boolean wanted) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, deadlines, demoAccounts, wanted, recordAotCaches, progress);
    }

    /** The same, recording AOT caches or not. */
    public LocalStackOptions withRecordAotCaches(boolean wanted) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, deadlines, demoAccounts, reviveChildren, wanted, progress);
    }
}
