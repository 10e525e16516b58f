package org.coachbook.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route there is, asked by people whom its data is none of their business. */
@Stack
class RouteAccessIT {
    /** Routes that answer what the coach shows to the caller. */
    private static final Set<String> BY_VISIBILITY = Set.of(
            "GET /api/coaches/{coachId}/calendar",
            "GET /api/coaches/{coachId}/slots",
            "GET /api/coaches/{coachId}/slots/days",
            "GET /api/session-types/{id}");

    /** Routes to something of one person, or of two. */
    private static final Set<String> OF_SOMEBODY = Set.of(
            "GET /api/coaches/{coachId}/schedule",
            "PUT /api/coaches/{coachId}/schedule",
            "GET /api/coaches/{coachId}/availability",
            "GET /api/bookings/availability/{id}",
            "PUT /api/bookings/availability/{id}",
            "DELETE /api/bookings/availability/{id}",
            "PUT /api/session-types/{id}",
            "DELETE /api/session-types/{id}",
            "GET /api/coaches/{coachId}/calendars",
            "POST /api/coaches/{coachId}/calendars",
            "DELETE /api/coaches/{coachId}/calendars/{id}",
            "GET /api/waitlist/{id}",
            "DELETE /api/waitlist/{id}",
            "GET /api/slots/holds/{id}",
            "DELETE /api/slots/holds/{id}",
            "POST /api/connections/{id}/accept",
            "POST /api/connections/{id}/decline",
            "DELETE /api/connections/{id}",
            "GET /internal/invitations/{id}",
            "GET /internal/session-types/{id}");

    /** Routes that list or make what is the caller's own, or take the link that he was sent. */
    private static final Set<String> OWN = Set.of(
            "GET /api/session-types",
            "POST /api/session-types",
            "GET /api/connections",
            "POST /api/connections",
            "POST /api/connections/blocks",
            "POST /api/connections/invitations/accept",
            "POST /api/connections/invitations/decline",
            "POST /api/connections/invitations/preview",
            "POST /api/bookings/availability",
            "POST /api/bookings/availability/preview",
            "GET /api/waitlist",
            "POST /api/waitlist",
            "POST /api/slots/holds");

    private static final String LISTED = "GET /api/coaches/{coachId}/session-types";

    @TestHTTPResource(value = "openapi", management = true)
    @Nullable
    URI description;

    @Test
    void who_takes_no_json_gets_nothing_else() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        for (String path : List.of(
                "/api/session-types/" + type,
                coach.path("session-types"),
                coach.path("schedule"),
                coach.path("availability"),
                "/api/connections",
                "/api/waitlist")) {
            Response answer = coach.request().accept("text/html").get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(406);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void every_route_is_one_of_these() {
        Map<String, Map<String, Object>> paths = RestAssured.get(Objects.requireNonNull(description) + "?format=json")
                .path("paths");
        Set<String> there = new HashSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(name -> Set.of("get", "put", "post", "delete", "patch").contains(name))
                .forEach(method -> there.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> known = new HashSet<>(BY_VISIBILITY);
        known.addAll(OF_SOMEBODY);
        known.addAll(OWN);
        known.add(LISTED);
        assertThat(there).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0}: nobody {1}, a stranger {2}, connected {3}, invited {4}")
    @CsvSource({"public, 200, 200, 200, 200", "connected, 401, 404, 200, 200", "private, 401, 404, 404, 200"})
    void who_sees_a_calendar(String visibility, int nobody, int stranger, int connected, int invited) {
        Scene scene = new Scene(visibility);
        for (String route : BY_VISIBILITY) {
            assertThat(scene.ask(RestAssured.given(), route).statusCode())
                    .as("%s, nobody", route)
                    .isEqualTo(nobody);
            assertThat(scene.ask(someone("s"), route).statusCode())
                    .as("%s, a stranger", route)
                    .isEqualTo(stranger);
            assertThat(scene.ask(someone(scene.connected), route).statusCode())
                    .as("%s, connected", route)
                    .isEqualTo(connected);
            assertThat(scene.ask(someone(scene.invited), route).statusCode())
                    .as("%s, invited", route)
                    .isEqualTo(invited);
            assertThat(scene.ask(someone(scene.blocked), route).statusCode())
                    .as("%s, blocked", route)
                    .isEqualTo(404);
            assertThat(scene.ask(scene.coach.request(), route).statusCode())
                    .as("%s, the coach", route)
                    .isEqualTo(200);
        }
        assertThat(scene.listedFor(someone("s"))).isEqualTo(stranger == 200);
        assertThat(scene.listedFor(someone(scene.connected))).isEqualTo(connected == 200);
        assertThat(scene.listedFor(someone(scene.invited))).isEqualTo(invited == 200);
        assertThat(scene.listedFor(someone(scene.blocked))).isFalse();
        assertThat(scene.listedFor(scene.coach.request())).isTrue();
    }

    @Test
    void nobody_else_reads_or_changes_what_is_somebodys() {
        Scene scene = new Scene("public");
        String before = scene.all();
        for (String route : OF_SOMEBODY) {
            assertThat(scene.ask(RestAssured.given().contentType(ContentType.JSON), route)
                            .statusCode())
                    .as("%s, nobody", route)
                    .isEqualTo(401);
            for (String other : List.of("s", scene.connected, scene.invited, scene.blocked)) {
                if (!route.contains("/connections/")
                        || Set.of("s", scene.blocked).contains(other)) {
                    assertThat(scene.ask(someone(other), route).statusCode())
                            .as("%s, %s", route, other)
                            .isIn(403, 404);
                }
            }
        }
        assertThat(scene.all()).as("nothing has changed").isEqualTo(before);
    }

    @Test
    void lists_hold_the_callers_own_alone() {
        Scene scene = new Scene("public");
        for (String path : List.of("/api/session-types", "/api/connections")) {
            assertThat(RestAssured.given().get(path).statusCode()).isEqualTo(401);
            String stranger = someone("s-" + UUID.randomUUID()).get(path).asString();
            assertThat(stranger).as(path).doesNotContain(scene.coach.id, scene.type);
        }
    }

    /** Somebody who is a coach, too: his role opens no door to another coach's things. */
    private static RequestSpecification someone(String id) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(TestTokens.shared().user(id, "coach", "client"));
    }

    /** A coach with one of everything, held by a client who is neither of the others. */
    private static final class Scene {
        final String connected = "connected-" + UUID.randomUUID();
        final String invited = "invited-" + UUID.randomUUID();
        final String blocked = "blocked-" + UUID.randomUUID();
        final Coach coach;
        final String type;
        private final String entry;
        private final String hold;
        private final String connection;
        private final String place;

        Scene(String visibility) {
            coach = Coach.atWork(Map.of("calendarVisibility", visibility));
            type = coach.sessionType(Map.of("calendarVisibility", visibility));
            entry = made(coach.request(), "/api/bookings/availability", dated());
            String asked = made(someone(connected), "/api/connections", Map.of("coachId", coach.id));
            accept(coach.request(), asked);
            connection = made(coach.request(), "/api/connections", Map.of("clientId", invited));
            accept(someone(invited), connection);
            made(coach.request(), "/api/connections/blocks", Map.of("clientId", blocked));
            String holder = "holder-" + UUID.randomUUID();
            accept(someone(holder), made(coach.request(), "/api/connections", Map.of("clientId", holder)));
            String start = coach.at(7, "10:00").toString();
            Map<String, String> time = Map.of("coachId", coach.id, "sessionTypeId", type, "start", start);
            hold = made(someone(holder), "/api/slots/holds", time);
            String waiter = "waiter-" + UUID.randomUUID();
            accept(someone(waiter), made(coach.request(), "/api/connections", Map.of("clientId", waiter)));
            place = made(someone(waiter), "/api/waitlist", time);
        }

        private static String made(RequestSpecification who, String path, Map<String, ?> body) {
            return who.body(body).post(path).then().statusCode(201).extract().path("id");
        }

        private static void accept(RequestSpecification who, String id) {
            who.post("/api/connections/" + id + "/accept").then().statusCode(200);
        }

        private Map<String, Object> dated() {
            String date = coach.date(9).toString();
            return Map.of("kind", "closure", "start", date + "T08:00", "end", date + "T09:00", "timeZone", Coach.ZONE);
        }

        Response ask(RequestSpecification who, String route) {
            String[] parts = route.split(" ", 2);
            String path = parts[1].replace("{coachId}", coach.id).replace("{id}", idFor(parts[1]));
            if (parts[0].equals("PUT") || path.endsWith("/calendars")) {
                who.body(bodyFor(path));
            }
            if (path.contains("/slots") && !path.contains("/holds")) {
                who.queryParam("sessionType", type);
            }
            if (path.endsWith("/slots") || path.endsWith("/days") || path.endsWith("/calendar")) {
                String date = coach.date(7).toString();
                who.queryParam("from", date).queryParam("to", date);
            }
            return who.request(Method.valueOf(parts[0]), path);
        }

        private String idFor(String path) {
            if (path.contains("session-types")) {
                return type;
            }
            if (path.contains("waitlist")) {
                return place;
            }
            if (path.contains("holds")) {
                return hold;
            }
            return path.contains("connections") ? connection : entry;
        }

        private Map<String, Object> bodyFor(String path) {
            if (path.contains("session-types")) {
                return Coach.sessionTypeBody(Map.of("name", "Taken over"));
            }
            if (path.endsWith("/calendars")) {
                return Map.of("url", "https://calendar.example/a.ics");
            }
            return path.contains("schedule") ? Coach.schedule(Map.of("minimumNoticeMinutes", 60)) : dated();
        }

        boolean listedFor(RequestSpecification who) {
            List<String> ids = who.get(coach.path("session-types"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            return ids.contains(type);
        }

        /** All that the coach sees of himself. */
        String all() {
            String date = coach.date(7).toString();
            return List.of(
                            "/api/session-types",
                            "/api/connections",
                            coach.path("schedule"),
                            coach.path("availability"),
                            coach.path("calendar") + "?from=" + date + "&to=" + date)
                    .stream()
                    .map(path -> coach.request()
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .toList()
                    .toString();
        }
    }
}
