package org.coachbook.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.localstack.accounts.Account;
import org.coachbook.localstack.process.ProcessRecord;
import org.coachbook.localstack.process.StackProcess;

/** {@code stack.json}, from which scripts and people learn where everything is. */
final class StackFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStackOptions options;
    private final StackDirectories directories;
    private final StackAddresses addresses;
    private final List<Account> accounts;

    StackFile(LocalStackOptions options, StackAddresses addresses, List<Account> accounts) {
        this.options = options;
        this.directories = new StackDirectories(options.stateDirectory());
        this.addresses = addresses;
        this.accounts = accounts;
    }

    void write(Map<String, StackProcess> processes) {
        ObjectNode stack = JSON.createObjectNode();
        stack.put("gateway", addresses.gateway().toString())
                .put("mongodb", addresses.mongodb())
                .put("kafka", addresses.kafka())
                .put("stripe", addresses.stripe().toString())
                .put("stripePublishableKey", addresses.stripePublishableKey())
                .put("stripeSecretKey", addresses.stripeSecretKey())
                .put("mail", relative(directories.mail()))
                .put("logs", relative(directories.logs()));
        stack.set("services", services(processes));
        ObjectNode people = stack.putObject("accounts");
        accounts.forEach(account -> people.set(account.role(), JSON.valueToTree(account)));
        replace(stack);
    }

    void delete() {
        try {
            Files.deleteIfExists(directories.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode services(Map<String, StackProcess> processes) {
        ObjectNode services = JSON.createObjectNode();
        PortLayout ports = options.ports();
        ServiceDefinition.ALL.forEach(service -> services.putObject(service.name())
                .put("url", StackAddresses.url(ports.http(service.name())).toString())
                .put(
                        "management",
                        StackAddresses.url(ports.management(service.name())).toString())
                .put("pid", pid(processes, service.name())));
        return services;
    }

    private static long pid(Map<String, StackProcess> processes, String name) {
        return Optional.ofNullable(processes.get(name))
                .flatMap(StackProcess::identity)
                .map(ProcessRecord::pid)
                .orElse(-1L);
    }

    /** Readers never see half a file. */
    private void replace(ObjectNode stack) {
        Path file = directories.stackFile();
        Path partial = file.resolveSibling("stack.json.partial");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), stack);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path path) {
        Path root = options.projectRoot().toAbsolutePath();
        Path absolute = path.toAbsolutePath();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
    }
}
