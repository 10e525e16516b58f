package org.coachbook.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.localstack.accounts.Account;
import org.coachbook.localstack.mail.MailSink;
import org.coachbook.localstack.process.ProcessLedger;
import org.coachbook.localstack.process.ProcessRecord;
import org.coachbook.localstack.process.StackProcess;

/** The whole system on this machine, every part a real process on loopback; ends with this JVM. */
public final class LocalStack implements AutoCloseable {
    private final LocalStackOptions options;
    private final StackDirectories directories;
    private final StackAddresses addresses;
    private final Secrets secrets;
    private final Map<String, StackProcess> processes;
    private final MailSink mail;
    private final StackReadiness readiness;
    private final List<Account> accounts;
    private final ProcessLedger ledger;
    private boolean closed;

    LocalStack(StackStart start, StackReadiness readiness, List<Account> accounts) {
        this.options = start.options();
        this.directories = new StackDirectories(options.stateDirectory());
        this.addresses = start.addresses();
        this.secrets = start.secrets();
        this.processes = new LinkedHashMap<>(start.processes());
        this.mail = start.mail();
        this.readiness = readiness;
        this.accounts = List.copyOf(accounts);
        this.ledger = start.ledger();
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws IllegalStateException when a port is taken or a part does not start; nothing is left running
     */
    public static LocalStack start(LocalStackOptions options) {
        return StackStart.run(options);
    }

    /** Where to reach the parts. */
    public StackAddresses addresses() {
        return addresses;
    }

    /** Base URL of the gateway. */
    public URI gateway() {
        return addresses.gateway();
    }

    /** Base URL of a service, as {@code booking-service}. */
    public URI address(String service) {
        return StackAddresses.url(options.ports().http(service));
    }

    /** Base URL of a service's health, metrics and information. */
    public URI management(String service) {
        return StackAddresses.url(options.ports().management(service));
    }

    /** Folder of the {@code .eml} files. */
    public Path mailDirectory() {
        return directories.mail();
    }

    /** Folder of the logs. */
    public Path logs() {
        return directories.logs();
    }

    /** The demo accounts, none when they were not wanted. */
    public List<Account> accounts() {
        return accounts;
    }

    /** E-mail address of the administrator that the gateway makes at its first start. */
    public String adminEmail() {
        return ServiceEnvironment.ADMIN_EMAIL;
    }

    /** The administrator's password. */
    public String adminPassword() {
        return secrets.adminPassword();
    }

    /** Names of all processes: {@code mongodb}, {@code kafka}, {@code stripe-simulator} and the services. */
    public List<String> names() {
        return List.copyOf(processes.keySet());
    }

    /** Whether this process runs. */
    public boolean isAlive(String name) {
        return process(name).isAlive();
    }

    /** The process id. */
    public long pid(String name) {
        return process(name).identity().map(ProcessRecord::pid).orElseThrow();
    }

    /** Kills a process at once ({@code kill -9}) and returns when it has gone. */
    public void kill(String name) {
        process(name).kill();
    }

    /** Ends a process if it runs, starts it on the same port and data, and returns when it is ready. */
    public synchronized void restart(String name) {
        process(name).restart();
        becameReady(name);
    }

    /** Restarts Kafka on its data. */
    public void restartBroker() {
        restart(Infrastructure.KAFKA);
    }

    /** Starts again what ended by itself; answers the names. */
    public synchronized List<String> revive() {
        List<String> revived = closed
                ? List.of()
                : processes.values().stream()
                        .filter(StackProcess::revive)
                        .map(StackProcess::name)
                        .toList();
        revived.forEach(this::becameReady);
        return revived;
    }

    private void becameReady(String name) {
        describe();
        readiness.await(process(name));
    }

    /** Writes {@code stack.json} and the record of processes as they are now. */
    void describe() {
        ledger.write(processes.values().stream()
                .map(StackProcess::identity)
                .flatMap(Optional::stream)
                .toList());
        new StackFile(options, addresses, accounts).write(processes);
    }

    private StackProcess process(String name) {
        StackProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("There is no " + name + "; there are " + processes.keySet());
        }
        return process;
    }

    /** Ends every process in order and removes {@code stack.json}. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            StackStart.stopAll(processes.values(), mail);
            new StackFile(options, addresses, accounts).delete();
            ledger.write(List.of());
        }
    }
}
