package org.coachbook.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.gateway.page.PageConfig;
import org.coachbook.gateway.page.PublicAddress;
import org.coachbook.gateway.proxy.ProblemAnswers;
import org.coachbook.gateway.proxy.Route;
import org.coachbook.gateway.proxy.RouteTable;
import org.coachbook.gateway.proxy.SafePath;
import org.coachbook.gateway.proxy.ServiceProxy;
import org.coachbook.gateway.ratelimit.RateLimits;
import org.coachbook.gateway.ratelimit.VerifiedSubjects;

/** The first handler of every request; runs on the event loop and never blocks. */
@Singleton
class FrontDoor {
    private static final int BEFORE_EVERYTHING = -1_000;
    private static final int OWN_LONGEST_BODY = 64 * 1024;

    private final SecurityHeaders headers;
    private final RateLimits limits;
    private final VerifiedSubjects subjects;
    private final ServiceProxy proxy;
    private final ProblemAnswers problems;

    FrontDoor(
            PublicAddress address,
            PageConfig page,
            RateLimits limits,
            VerifiedSubjects subjects,
            ServiceProxy proxy,
            ProblemAnswers problems) {
        this.headers = new SecurityHeaders(address, page.stripeApi());
        this.limits = limits;
        this.subjects = subjects;
        this.proxy = proxy;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        String path = request.path();
        headers.of(path).forEach(response.headers()::set);
        if (!SafePath.isSafe(path)) {
            problems.send(response, Problem.notFound("address"));
            return;
        }
        Duration wait = waitFor(request);
        if (wait.isPositive()) {
            problems.tooMany(response, wait);
            return;
        }
        Optional<Route> route = RouteTable.find(path);
        int longestBody = route.map(Route::longestBody).orElse(OWN_LONGEST_BODY);
        if (declaredLength(request) > longestBody) {
            problems.tooLarge(response, longestBody);
            return;
        }
        route.ifPresentOrElse(r -> proxy.forward(request, r), () -> serveHere(context));
    }

    private Duration waitFor(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        Duration wait = limits.request(address);
        String authorization = request.getHeader("Authorization");
        return wait.isPositive() || authorization == null
                ? wait
                : subjects.of(authorization)
                        .map(subject -> limits.requestBy(subject, address))
                        .orElse(Duration.ZERO);
    }

    private static void serveHere(RoutingContext context) {
        HttpServerRequest request = context.request();
        String own = PagePaths.served(request.method().name(), request.path());
        if (own.equals(request.path())) {
            context.next();
        } else {
            context.reroute(own);
        }
    }

    /** What {@code Content-Length} says; a length that is no number has been refused by the HTTP codec. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
