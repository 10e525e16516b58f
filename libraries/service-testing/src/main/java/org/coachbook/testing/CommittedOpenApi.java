package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's committed {@code openapi.yaml}, which has to be the description that it serves. */
public final class CommittedOpenApi {
    private static final Path FILE = Path.of("openapi.yaml");

    private CommittedOpenApi() {}

    /**
     * Compares both; with {@code -Dopenapi.update=true} the file is rewritten first.
     *
     * @param served where the service under test serves its description
     * @param routes some that have to be in it, so that an empty description is not taken for a good one
     */
    public static void assertServed(URI served, String... routes) {
        Response answer = RestAssured.get(served);
        assertThat(answer.statusCode()).isEqualTo(200);
        String description = answer.asString();
        for (String route : routes) {
            assertThat(description).contains("\n  " + route + ":\n");
        }
        assertThat(description)
                .as("run with -Dopenapi.update=true and commit the file")
                .isEqualTo(committed(description));
    }

    private static String committed(String served) {
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(FILE, served);
            }
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
