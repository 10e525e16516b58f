package org.coachbook.localstack.commands;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a process, or what is left of it, and starts it again. */
@Command(name = "restart", description = "Restarts one process of the stack.", mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVICE", description = "For instance booking-service, kafka or mongodb.")
    private String service = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackDirectories directories = new StackDirectories(ProjectRoot.find().resolve(".coachbook"));
        LauncherFile launcher = LauncherFile.ofRunning(directories.launcherFile())
                .filter(file -> !file.control().isEmpty())
                .orElseThrow(() -> new IllegalStateException("The stack does not run. Start it with ./coachbook up"));
        HttpRequest order = HttpRequest.newBuilder(URI.create(launcher.control() + "/restart/" + service))
                .header("Authorization", "Bearer " + launcher.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(order, HttpResponse.BodyHandlers.ofString());
            System.out.println(answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        }
    }
}
