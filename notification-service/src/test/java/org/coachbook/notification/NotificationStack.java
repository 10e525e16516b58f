package org.coachbook.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.coachbook.contracts.Topic;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;

/** MongoDB, Kafka and the other services for the service under test; a mail server runs when a test starts one. */
public final class NotificationStack implements QuarkusTestResourceLifecycleManager {
    private final ServiceStack stack = new ServiceStack();
    private @Nullable OtherServices others;

    @Override
    public Map<String, String> start() {
        stack.init(Map.of("topics", Topics.all().stream().map(Topic::name).collect(Collectors.joining(","))));
        others = OtherServices.start();
        Map<String, String> config = new HashMap<>(stack.start());
        String url = others.url();
        config.put("coachbook.services.gateway.url", url);
        config.put("coachbook.services.availability.url", url);
        config.put("coachbook.services.booking.url", url);
        config.put("coachbook.identity.token-url", url + "/internal/service-token");
        config.put("coachbook.identity.credential", "secret");
        config.put("coachbook.live.origins", "https://app.example.org");
        config.put("coachbook.mail.first-retry", "PT0.2S");
        config.put("coachbook.mail.answer-time-out", "PT1S");
        config.put("coachbook.mail.server.port", Integer.toString(freePort()));
        return config;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(others).close();
        stack.stop();
    }
}
