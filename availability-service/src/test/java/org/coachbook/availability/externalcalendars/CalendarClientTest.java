package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.coachbook.availability.externalcalendars.Fetched.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarClientTest {
    private final Vertx vertx = Vertx.vertx();
    private final CalendarServer server = new CalendarServer();
    private final CalendarClient client = client(new HttpClientOptions(), Duration.ofSeconds(10));

    private CalendarClient client(HttpClientOptions options, Duration patience) {
        return new CalendarClient(
                vertx,
                options.setKeepAlive(false),
                new AddressGuard(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true),
                patience);
    }

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_file_is_fetched_once_and_then_only_when_it_has_changed() throws Exception {
        CalendarAddress address = CalendarAddress.of(server.url("/a.ics?key=1"));
        Fetched.File file = (Fetched.File) client.fetch(address, Validators.NONE);
        assertThat(file.text()).contains("BEGIN:VCALENDAR");
        assertThat(file.validators().etag()).isNotNull();
        assertThat(client.fetch(address, file.validators())).isInstanceOf(Fetched.Unchanged.class);
        server.publish("X-CHANGED:1");
        assertThat(client.fetch(address, file.validators())).isInstanceOf(Fetched.File.class);
    }

    @Test
    void redirects_are_followed_a_few_times_and_never_into_a_network() throws Exception {
        server.answer(302, server.url("/next.ics"));
        assertThat(trouble("/a.ics")).isEqualTo(Trouble.REDIRECTS);
        assertThat(server.asked).hasSize(4);
        for (String inside : List.of("https://10.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd")) {
            server.answer(307, inside);
            assertThat(trouble("/a.ics")).as(inside).isEqualTo(Trouble.REDIRECTS);
        }
        try (CalendarServer other = new CalendarServer()) {
            server.answer(301, other.url("/b.ics"));
            assertThat(client.fetch(CalendarAddress.of(server.url("/a.ics")), Validators.NONE))
                    .isInstanceOf(Fetched.File.class);
        }
    }

    @Test
    void what_is_no_file_is_told_apart() {
        for (int status : List.of(304, 401, 404, 500)) {
            server.answer(status, "");
            assertThat(trouble("/a.ics")).as("%d", status).isEqualTo(Trouble.REFUSED);
        }
        server.close();
        assertThat(trouble("/a.ics")).isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void a_file_without_end_is_left_when_it_is_too_large_or_takes_too_long() throws Exception {
        HttpServer endless = start(new HttpServerOptions(), (responseTo, response) -> {
            response.setChunked(true);
            if (responseTo.equals("/fast")) {
                response.write(Buffer.buffer(new byte[CalendarClient.LARGEST])).onSuccess(_ -> response.write("x"));
            } else {
                response.write("BEGIN:VCALENDAR");
            }
        });
        String url = "http://127.0.0.1:" + endless.actualPort();
        assertThat(trouble(client, url + "/fast")).isEqualTo(Trouble.TOO_LARGE);
        CalendarClient hasty = client(new HttpClientOptions(), Duration.ofMillis(300));
        assertThat(trouble(hasty, url + "/slow")).isEqualTo(Trouble.TOO_SLOW);
    }

    @Test
    void the_admitted_machine_is_asked_under_the_name_that_its_certificate_has(@TempDir Path folder) throws Exception {
        PfxOptions certificate = certificateOf("calendar.example", folder);
        HttpServer secure = start(
                new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate),
                (_, response) -> response.end(CalendarServer.calendar("X-SECURE:1")));
        CalendarClient trusting = client(new HttpClientOptions().setTrustOptions(certificate), Duration.ofSeconds(10));
        String port = ":" + secure.actualPort() + "/a.ics";
        Fetched fetched = trusting.fetch(CalendarAddress.of("https://calendar.example" + port), Validators.NONE);
        assertThat(((Fetched.File) fetched).text()).contains("X-SECURE");
        assertThat(trouble(trusting, "https://other.example" + port)).isEqualTo(Trouble.UNREACHABLE);
        assertThat(trouble(client, "https://calendar.example" + port)).isEqualTo(Trouble.UNREACHABLE);
    }

    private interface Answer {
        void to(String path, HttpServerResponse response);
    }

    private HttpServer start(HttpServerOptions options, Answer answer) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(request -> answer.to(request.path(), request.response()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private Trouble trouble(String path) {
        return trouble(client, server.url(path));
    }

    private static Trouble trouble(CalendarClient client, String url) {
        return Objects.requireNonNull(catchThrowableOfType(
                        UnreadableCalendarException.class,
                        () -> client.fetch(CalendarAddress.of(url), Validators.NONE)))
                .trouble();
    }

    private static PfxOptions certificateOf(String name, Path folder) throws Exception {
        String store = folder.resolve("store.p12").toString();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "it", "-keyalg", "EC", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store, "-storepass", "changeit"));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return new PfxOptions().setPath(store).setPassword("changeit");
    }
}
