package org.coachbook.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of the same thing at the same moment, by people who do not say which version they saw: all of them are done. */
@Stack
class ManyAtOnceIT {
    private static final int MANY = 30;

    private Coach coach = new Coach();

    @BeforeEach
    void a_coach_at_work() {
        coach = Coach.atWork();
    }

    @Test
    void edits_of_a_schedule_are_made_one_after_the_other() throws Exception {
        List<Response> answers = atOnce(n -> coach.request()
                .body(Coach.schedule(Map.of("minimumNoticeMinutes", n)))
                .put(coach.path("schedule")));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
    }

    @Test
    void closures_are_all_stored() throws Exception {
        List<Response> answers = atOnce(n -> coach.request()
                .body(Map.of(
                        "kind",
                        "closure",
                        "start",
                        coach.date(2 + n) + "T10:00",
                        "end",
                        coach.date(2 + n) + "T11:00",
                        "timeZone",
                        Coach.ZONE))
                .post("/api/bookings/availability"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        List<String> stored = coach.request().get(coach.path("availability")).path("items.id");
        assertThat(stored).hasSize(MANY);
    }

    @Test
    void edits_of_a_session_type_are_made_one_after_the_other() throws Exception {
        String type = coach.sessionType(Map.of());
        List<Response> answers = atOnce(n -> coach.request()
                .body(Coach.sessionTypeBody(Map.of("name", "Talk " + n)))
                .put("/api/session-types/" + type));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
    }

    @Test
    void all_who_join_a_wait_list_have_their_place_in_it_and_all_can_leave() throws Exception {
        Map<String, String> time = time();
        Coach.as("holder-" + UUID.randomUUID())
                .body(time)
                .post("/api/slots/holds")
                .then()
                .statusCode(201);
        String waiting = "waiting-" + UUID.randomUUID() + "-";
        List<Response> joined = atOnce(n -> Coach.as(waiting + n).body(time).post("/api/waitlist"));
        assertThat(joined).extracting(Response::statusCode).containsOnly(201);
        assertThat(joined)
                .extracting(answer -> answer.<Integer>path("position"))
                .doesNotHaveDuplicates();
        List<Response> left = atOnce(n ->
                Coach.as(waiting + n).delete("/api/waitlist/" + joined.get(n).<String>path("id")));
        assertThat(left).extracting(Response::statusCode).containsOnly(204);
    }

    @Test
    void one_key_sent_again_and_again_is_one_hold() throws Exception {
        Map<String, String> time = time();
        String client = "impatient-" + UUID.randomUUID();
        List<Response> answers = atOnce(_ ->
                Coach.as(client).header("Idempotency-Key", "one").body(time).post("/api/slots/holds"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
    }

    private Map<String, String> time() {
        String type = coach.sessionType(Map.of());
        return Map.of(
                "coachId",
                coach.id,
                "sessionTypeId",
                type,
                "start",
                coach.at(7, "10:00").toString());
    }

    private static List<Response> atOnce(IntFunction<Response> request)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> all = IntStream.range(0, MANY)
                    .<Callable<Response>>mapToObj(n -> () -> request.apply(n))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
