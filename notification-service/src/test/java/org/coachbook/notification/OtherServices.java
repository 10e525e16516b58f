package org.coachbook.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Plays gateway, booking-service and availability-service. What it answers follows from the ids: a user
 * {@code de-ada-…} reads German, {@code gone-…} has no account, {@code crlf-…} has a hostile name, a booking
 * {@code coach~client~n} has these parties,
 * {@code coach~client~n~by~sequence} other times besides, an invitation
 * {@code coach~name} goes to {@code name@example.com}, and the calendar of {@code hidden-…} is not visible. That of
 * {@code closing-…} is seen once by everybody, and after that by nobody but {@code friend-…}.
 */
final class OtherServices {
    private static final String SERVICE_TOKEN = "Bearer service-token";

    private final Set<String> looked = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private OtherServices(HttpServer server) {
        this.server = server;
    }

    static OtherServices start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OtherServices others = new OtherServices(server);
            server.createContext("/", others::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return others;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        if (path.getFirst().equals("api")) {
            reply(exchange, visible(path.get(2), subjectOf(exchange)) ? 200 : 404, "{\"open\":[],\"busy\":[]}");
        } else if (path.contains("service-token")) {
            reply(exchange, 200, "{\"accessToken\":\"service-token\",\"expiresIn\":300}");
        } else if (!SERVICE_TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, "{}");
        } else {
            internal(exchange, path.get(1), path.getLast());
        }
    }

    private boolean visible(String coach, String viewer) {
        boolean stillOpen = !coach.startsWith("closing") || viewer.startsWith("friend");
        return !coach.startsWith("hidden") && (looked.add(coach + " " + viewer) || stillOpen);
    }

    /** As the relayed token says. */
    private static String subjectOf(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return claims.replaceFirst(".*\"sub\" *: *\"([^\"]*)\".*", "$1");
    }

    private static void internal(HttpExchange exchange, String kind, String id) throws IOException {
        boolean exists = !id.startsWith("gone");
        switch (kind) {
            case "accounts" -> reply(exchange, exists ? 200 : 404, account(id));
            case "bookings" -> reply(exchange, exists ? 200 : 404, booking(id));
            case "invitations" -> reply(exchange, exists ? 200 : 404, invitation(id));
            case "session-types" -> reply(exchange, 200, sessionType(id));
            default -> reply(exchange, 404, "{}");
        }
    }

    private static String account(String id) {
        String locale = id.substring(0, Math.max(0, id.indexOf('-')));
        String name = id.startsWith("crlf") ? "Eve\\r\\nBcc: victim@example.com" : "Name of " + id;
        return """
                {"id": "%s", "name": "%s", "email": "%s@example.com", "locale": "%s-CH", "timeZone": "Europe/Zurich",
                 "roles": ["client"], "active": true}""".formatted(id, name, id, locale);
    }

    private static String booking(String id) {
        String[] parts = id.split("~", -1);
        boolean offered = parts.length > 4;
        String proposal = offered ? """
                "proposal": {"by": "%s", "times": ["2027-03-02T16:00:00Z", "2027-03-03T06:30:00Z"],
                             "deadline": "2027-02-27T11:00:00Z"},""".formatted(parts[3]) : "";
        return """
                {"id": "%s", "coachId": "%s", "clientId": "%s", "sessionTypeId": "career", "status": "confirmed",
                 "start": "2027-03-01T08:00:00Z", "end": "2027-03-01T09:00:00Z", "timeZone": "Europe/Zurich", %s
                 "title": "First steps", "sequence": %s, "more": {}}""".formatted(id, parts[0], parts[1], proposal, offered ? parts[4] : "1");
    }

    private static String invitation(String id) {
        String[] parts = (id + "~nobody").split("~", -1);
        return """
                {"coachId": "%s", "email": "%s@example.com", "token": "token-of-%s"}""".formatted(parts[0], parts[1], id);
    }

    private static String sessionType(String id) {
        return """
                {"id": "%s", "coachId": "c", "version": 1, "name": "Career coaching", "format": "one_on_one",
                 "location": {"kind": "online", "details": "https://meet.example/room-7"}}""".formatted(id);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
