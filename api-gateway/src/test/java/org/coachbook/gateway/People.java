package org.coachbook.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Registers people. */
public final class People {
    /** A password that is taken. */
    public static final String PASSWORD = "five green umbrellas";

    private People() {}

    /** An address that nobody has. */
    public static String newEmail() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    /** A request with a JSON body. */
    public static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** Registers; expects 201. */
    public static Response register(String email, String name, String role) {
        Response answer = json(Map.of(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "name",
                        name,
                        "role",
                        role,
                        "timeZone",
                        "Europe/Zurich",
                        "locale",
                        "de-CH"))
                .post("/api/auth/register");
        answer.then().statusCode(201);
        return answer;
    }

    /** The access token of a new person. */
    public static String tokenOf(Response signedIn) {
        return signedIn.path("accessToken");
    }

    /** The id of a new person. */
    public static String idOf(Response signedIn) {
        return signedIn.path("user.id");
    }
}
