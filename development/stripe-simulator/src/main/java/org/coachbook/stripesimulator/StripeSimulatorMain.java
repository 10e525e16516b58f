package org.coachbook.stripesimulator;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a simulator as a process of its own until it is told to stop. */
@Command(
        name = "stripe-simulator",
        mixinStandardHelpOptions = true,
        description = "A stateful stand-in for Stripe's HTTP API, in memory.")
public final class StripeSimulatorMain implements Callable<Integer> {
    private static final Logger LOG = System.getLogger(StripeSimulatorMain.class.getName());

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "12111", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port = 12111;

    @Option(names = "--secret-key", description = "The secret key to accept.")
    private String secretKey = StripeSimulatorOptions.DEFAULT_SECRET_KEY;

    @Option(names = "--publishable-key", description = "The publishable key to accept.")
    private String publishableKey = StripeSimulatorOptions.DEFAULT_PUBLISHABLE_KEY;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StripeSimulatorMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        StripeSimulator simulator = StripeSimulator.start(
                StripeSimulatorOptions.defaults().withAddress(host, port).withKeys(secretKey, publishableKey));
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            told.countDown();
        }));
        LOG.log(Level.INFO, "Stripe simulator ready at {0}", simulator.url());
        told.await();
        return 0;
    }
}
