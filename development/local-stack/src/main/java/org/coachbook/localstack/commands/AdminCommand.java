package org.coachbook.localstack.commands;

import java.util.Map;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import org.coachbook.localstack.demo.RunningStack;
import org.coachbook.localstack.http.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Administrators are made here and nowhere else. */
@Command(
        name = "admin",
        description = "Manages administrators.",
        mixinStandardHelpOptions = true,
        subcommands = AdminCommand.Create.class)
final class AdminCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: create");
    }

    /** Makes one. */
    @Command(name = "create", description = "Creates an administrator.", mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @Option(names = "--email", required = true, description = "E-mail address to log in with.")
        private String email = "";

        @Option(names = "--name", defaultValue = "Administrator", description = "Name that is shown.")
        private String name = "";

        @Option(
                names = "--password",
                required = true,
                interactive = true,
                arity = "0..1",
                description = "Asked for when left empty.")
        private String password = "";

        @Override
        public Integer call() {
            RunningStack stack = RunningStack.read(ProjectRoot.find());
            JsonClient gateway = JsonClient.at(stack.gateway());
            String token = gateway.post(
                            "/internal/service-token", Map.of("service", "operator", "credential", credential()))
                    .path("accessToken")
                    .asText();
            gateway.withToken(token)
                    .post("/internal/admins", Map.of("email", email, "name", name, "password", password));
            System.out.println("Created " + email);
            return 0;
        }

        private static String credential() {
            StackDirectories directories =
                    new StackDirectories(ProjectRoot.find().resolve(".coachbook"));
            return LauncherFile.ofRunning(directories.launcherFile())
                    .map(LauncherFile::operatorCredential)
                    .orElseThrow(() -> new IllegalStateException("The stack does not run"));
        }
    }
}
