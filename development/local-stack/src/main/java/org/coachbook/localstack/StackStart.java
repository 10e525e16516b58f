package org.coachbook.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.localstack.accounts.Account;
import org.coachbook.localstack.accounts.DemoAccounts;
import org.coachbook.localstack.build.ServiceBuild;
import org.coachbook.localstack.mail.MailSink;
import org.coachbook.localstack.process.ProcessLedger;
import org.coachbook.localstack.process.StackProcess;
import org.coachbook.localstack.stripe.StripeAccount;
import org.coachbook.localstack.stripe.WebhookEndpoints;

/** One start of a stack, from cleaning up to the demo accounts. */
final class StackStart {
    private static final int SERVICES_AT_ONCE = 3;

    private final LocalStackOptions options;
    private final Secrets secrets;
    private final Infrastructure infrastructure;
    private final StackAddresses addresses;
    private final ProcessLedger ledger;
    private final MailSink mail;
    private final Map<String, StackProcess> processes = new LinkedHashMap<>();

    private StackStart(LocalStackOptions options) {
        this.options = options;
        Secrets random = Secrets.random();
        this.secrets = options.stripe().map(random::with).orElse(random);
        StackDirectories directories = new StackDirectories(options.stateDirectory());
        this.infrastructure = new Infrastructure(options, secrets);
        this.addresses = StackAddresses.of(options, infrastructure.mongodbUri(), secrets);
        this.ledger = new ProcessLedger(directories.processesFile());
        this.mail = new MailSink(options.ports().smtp(), directories.mail());
    }

    static LocalStack run(LocalStackOptions options) {
        StackStart start = new StackStart(options);
        start.prepare();
        try {
            return start.startAll();
        } catch (RuntimeException e) {
            stopAll(start.processes.values(), start.mail);
            start.ledger.write(List.of());
            throw e;
        }
    }

    LocalStackOptions options() {
        return options;
    }

    StackAddresses addresses() {
        return addresses;
    }

    Secrets secrets() {
        return secrets;
    }

    Map<String, StackProcess> processes() {
        return processes;
    }

    MailSink mail() {
        return mail;
    }

    ProcessLedger ledger() {
        return ledger;
    }

    private void prepare() {
        List<String> left = ledger.endAll();
        if (!left.isEmpty()) {
            report("Ended what an earlier run left behind: " + String.join(", ", left));
        }
        options.ports().firstInUse().ifPresent(part -> {
            throw new IllegalStateException("Port " + part.getValue() + ", wanted for " + part.getKey()
                    + ", is in use by another program. End that program, or choose other ports:"
                    + " ./coachbook up --port-base 18000");
        });
        new ServiceBuild(options.projectRoot(), options.progress()).run();
        new StackDirectories(options.stateDirectory()).empty();
    }

    private LocalStack startAll() {
        mail.start();
        List<StackProcess> basis = infrastructure.processes();
        Parallel.run(basis, basis.size(), process -> begin(process, () -> infrastructure.awaitReady(process)));
        infrastructure.createTopics();
        ServiceProcesses services = new ServiceProcesses(options, serviceEnvironment());
        startServices(services);
        List<Account> accounts = accounts();
        LocalStack stack = new LocalStack(this, new StackReadiness(infrastructure, services), accounts);
        stack.describe();
        return stack;
    }

    private void startServices(ServiceProcesses services) {
        List<StackProcess> all =
                ServiceDefinition.ALL.stream().map(services::of).toList();
        Parallel.run(all, SERVICES_AT_ONCE, process -> begin(process, () -> services.awaitListening(process)));
        Parallel.run(all, all.size(), services::awaitReady);
    }

    private ServiceEnvironment serviceEnvironment() {
        List<String> webhookSecrets =
                options.stripe().map(StripeAccount::webhookSecrets).orElseGet(this::simulatedEndpoints);
        return new ServiceEnvironment(options, addresses, secrets, webhookSecrets);
    }

    private List<String> simulatedEndpoints() {
        return new WebhookEndpoints(addresses.stripe(), secrets.stripeSecretKey())
                .create(addresses.gateway().resolve("/api/payments/stripe/webhook"));
    }

    private List<Account> accounts() {
        if (!options.demoAccounts()) {
            return List.of();
        }
        report("Registering demo accounts");
        List<Account> accounts = new ArrayList<>(new DemoAccounts(addresses.gateway()).register());
        accounts.add(new Account("admin", ServiceEnvironment.ADMIN_EMAIL, secrets.adminPassword(), "", ""));
        return accounts;
    }

    private void begin(StackProcess process, Runnable untilUsable) {
        long begun = System.nanoTime();
        process.start();
        remember(process);
        untilUsable.run();
        report(process.name() + " runs ("
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms)");
    }

    private void remember(StackProcess process) {
        synchronized (processes) {
            processes.put(process.name(), process);
            ledger.write(processes.values().stream()
                    .map(StackProcess::identity)
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    private void report(String line) {
        options.progress().accept(line);
    }

    /** Services first, then what they need. */
    static void stopAll(Collection<StackProcess> processes, MailSink mail) {
        List<String> basis = List.of(Infrastructure.MONGODB, Infrastructure.KAFKA, Infrastructure.STRIPE);
        List<StackProcess> services = processes.stream()
                .filter(process -> !basis.contains(process.name()))
                .toList();
        Parallel.run(services, Math.max(1, services.size()), StackProcess::stop);
        List<StackProcess> rest = processes.stream()
                .filter(process -> basis.contains(process.name()))
                .toList();
        Parallel.run(rest, Math.max(1, rest.size()), StackProcess::stop);
        mail.close();
    }
}
