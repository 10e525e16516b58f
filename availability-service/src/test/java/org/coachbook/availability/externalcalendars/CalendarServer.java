package org.coachbook.availability.externalcalendars;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server on this machine that publishes one calendar, with an entity tag, or what a test makes it answer. */
final class CalendarServer implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];

    private final HttpServer server;
    private volatile String page = calendar("");
    private volatile int status = 200;
    private volatile String location = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** The headers of all requests. */
    final List<Headers> asked = new CopyOnWriteArrayList<>();

    CalendarServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Publishes these components. */
    void publish(String... components) {
        page = calendar(String.join("\r\n", components));
    }

    /** Publishes a page instead. */
    void publishPage(String other) {
        page = other;
    }

    /** Answers this from now on. */
    void answer(int otherStatus, String otherLocation) {
        status = otherStatus;
        location = otherLocation;
    }

    /** Lets all requests wait from now on until it is opened. */
    void shutTheGate() {
        gate = new CountDownLatch(1);
    }

    /** Answers those who wait. */
    void openTheGate() {
        gate.countDown();
    }

    static String calendar(String components) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + components + "\r\nEND:VCALENDAR\r\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders());
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        String tag = "\"" + Integer.toHexString(page.hashCode()) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Location", location);
        boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        byte[] body = status == 200 && !known ? page.getBytes(StandardCharsets.UTF_8) : NOTHING;
        exchange.sendResponseHeaders(known && status == 200 ? 304 : status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Nullable
    String lastTag() {
        return asked.getLast().getFirst("If-None-Match");
    }

    @Override
    public void close() {
        openTheGate();
        server.stop(0);
    }
}
