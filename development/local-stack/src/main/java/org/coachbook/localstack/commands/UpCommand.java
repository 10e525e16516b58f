package org.coachbook.localstack.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.coachbook.localstack.Deadlines;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.LocalStackOptions;
import org.coachbook.localstack.PortLayout;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import org.coachbook.localstack.process.ProcessRecord;
import org.coachbook.localstack.stripe.StripeAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and keeps it running until it is told to end. */
@Command(name = "up", description = "Starts the whole system; Ctrl-C stops it.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

    @Option(names = "--detach", description = "Runs in the background; ./coachbook down stops it.")
    private boolean detach;

    @Option(names = "--restart", description = "Starts a process again when it ended by itself.")
    private boolean revive;

    @Option(
            names = "--port-base",
            defaultValue = "0",
            description = "Moves all ports: gateway N, services N+1 to N+5, MongoDB, Kafka, Stripe and SMTP from N+10.")
    private int portBase;

    @Option(
            names = "--deadlines",
            defaultValue = "",
            description = "Shortens business deadlines, as in hold=20s,payment=30s,request=60s,wait-list-offer=30s.")
    private String deadlines = "";

    @Option(names = "--aot", description = "Records JDK AOT caches when it stops, for faster starts after that.")
    private boolean recordAot;

    @Override
    public Integer call() {
        LocalStackOptions options = options();
        StackDirectories directories = new StackDirectories(options.stateDirectory());
        LauncherFile.ofRunning(directories.launcherFile()).ifPresent(launcher -> {
            throw new IllegalStateException("The stack runs already (launcher "
                    + launcher.process().pid() + "). ./coachbook status shows it, ./coachbook down stops it.");
        });
        return detach ? new DetachedLauncher(options, arguments()).start() : runHere(options, directories);
    }

    private int runHere(LocalStackOptions options, StackDirectories directories) {
        ProcessRecord self = ProcessRecord.ofThisJvm("launcher");
        new LauncherFile(self, "", "").write(directories.launcherFile());
        LocalStack stack = LocalStack.start(options);
        ControlServer control = ControlServer.start(stack);
        new LauncherFile(self, control.url(), control.token()).write(directories.launcherFile());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("Stopping");
            control.close();
            stack.close();
        }));
        System.out.println(new StackTable(stack).text());
        watch(stack, options.reviveChildren());
        return 0;
    }

    /** Until this JVM is told to end. */
    private static void watch(LocalStack stack, boolean revive) {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(WATCH_INTERVAL.toNanos());
            if (revive) {
                stack.revive().forEach(name -> System.out.println(name + " had ended and runs again"));
            }
        }
    }

    private LocalStackOptions options() {
        Optional<StripeAccount> stripe = StripeAccount.of(System.getenv());
        LocalStackOptions standard = LocalStackOptions.standard(ProjectRoot.find())
                .withStripe(stripe)
                .withDemoAccounts(stripe.isEmpty()) // the real Stripe's onboarding needs a person
                .withDeadlines(Deadlines.parse(deadlines))
                .withReviveChildren(revive)
                .withRecordAotCaches(recordAot);
        return portBase == 0 ? standard : standard.withPorts(PortLayout.from(portBase));
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("up"));
        if (revive) {
            arguments.add("--restart");
        }
        if (recordAot) {
            arguments.add("--aot");
        }
        arguments.addAll(List.of("--port-base", String.valueOf(portBase), "--deadlines", deadlines));
        return arguments;
    }
}
