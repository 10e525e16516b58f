package org.coachbook.localstack.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Calls a JSON API with one caller's headers. */
public final class JsonClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final URI base;
    private final Map<String, String> headers;

    private JsonClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** An anonymous caller. */
    public static JsonClient at(URI base) {
        return new JsonClient(base, Map.of());
    }

    /** The same caller, signed in. */
    public JsonClient withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same caller with another header. */
    public JsonClient with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new JsonClient(base, more);
    }

    /** GET; relative paths and absolute URLs. */
    public JsonNode get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), "application/json");
    }

    /** POST of anything Jackson can write. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    /** PUT of anything Jackson can write. */
    public JsonNode put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    /** POST of a form, already encoded. */
    public JsonNode postForm(String path, String form) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(form), "application/x-www-form-urlencoded");
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", type)
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            return answer(method, path, HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base.resolve(path) + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + method + " " + path, e);
        }
    }

    private JsonNode answer(String method, String path, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 400) {
            throw new RequestRefused(method, base.resolve(path), response.statusCode(), response.body());
        }
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.contains("json"))
                .orElse(false);
        return isJson ? JSON.readTree(response.body()) : JSON.missingNode();
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
