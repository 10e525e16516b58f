package org.coachbook.localstack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.coachbook.localstack.stripe.StripeAccount;

/**
 * How to start a stack.
 *
 * @param projectRoot folder with the modules
 * @param stateDirectory where data, logs, mails and {@code stack.json} go; emptied at start
 * @param stripe the real Stripe; empty for the simulator
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
        Optional<StripeAccount> stripe,
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
                Optional.empty(),
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
                Optional.empty(),
                false,
                false,
                false,
                System.err::println);
    }

    /** The same on other ports. */
    public LocalStackOptions withPorts(PortLayout other) {
        return new LocalStackOptions(
                projectRoot,
                stateDirectory,
                other,
                deadlines,
                stripe,
                demoAccounts,
                reviveChildren,
                recordAotCaches,
                progress);
    }

    /** The same with other deadlines. */
    public LocalStackOptions withDeadlines(Deadlines other) {
        return new LocalStackOptions(
                projectRoot,
                stateDirectory,
                ports,
                other,
                stripe,
                demoAccounts,
                reviveChildren,
                recordAotCaches,
                progress);
    }

    /** The same with the real Stripe, or the simulator when empty. */
    public LocalStackOptions withStripe(Optional<StripeAccount> account) {
        return new LocalStackOptions(
                projectRoot,
                stateDirectory,
                ports,
                deadlines,
                account,
                demoAccounts,
                reviveChildren,
                recordAotCaches,
                progress);
    }

    /** The same with or without demo accounts. */
    public LocalStackOptions withDemoAccounts(boolean wanted) {
        return new LocalStackOptions(
                projectRoot,
                stateDirectory,
                ports,
                deadlines,
                stripe,
                wanted,
                reviveChildren,
                recordAotCaches,
                progress);
    }

    /** The same, reviving children or not. */
    public LocalStackOptions withReviveChildren(boolean wanted) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, deadlines, stripe, demoAccounts, wanted, recordAotCaches, progress);
    }

    /** The same, recording AOT caches or not. */
    public LocalStackOptions withRecordAotCaches(boolean wanted) {
        return new LocalStackOptions(
                projectRoot, stateDirectory, ports, deadlines, stripe, demoAccounts, reviveChildren, wanted, progress);
    }
}
