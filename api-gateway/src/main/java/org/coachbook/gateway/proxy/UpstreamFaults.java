package org.coachbook.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;
import org.coachbook.chassis.http.Problem;
import org.jboss.logging.Logger;

/**
 * Answers for a service that is away or too slow, reads a body of unknown length before it is passed on, and makes
 * {@code Location} relative, since a service names its own address there.
 */
final class UpstreamFaults implements ProxyInterceptor {
    /** Methods that change nothing (RFC 9110 §9.2.1), be they answered or not. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Logger LOG = Logger.getLogger(UpstreamFaults.class);

    private final Service service;
    private final ProblemAnswers problems;

    UpstreamFaults(Service service, ProblemAnswers problems) {
        this.service = service;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Future<ProxyResponse> answer =
                request.getHeader("Transfer-Encoding") == null ? context.sendRequest() : sendMeasured(context, request);
        return answer.recover(failure -> failure instanceof HttpClosedException && onlyReads(context)
                        ? sendAgain(context)
                        : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(instead(context, failure)));
    }

    /** So it may be sent again, where a kept connection turns out to be closed; it has no body. */
    private static boolean onlyReads(ProxyContext context) {
        return READING.contains(context.request().getMethod());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        String location = context.response().headers().get("Location");
        if (location != null) {
            context.response().putHeader("Location", relative(location));
        }
        return context.sendResponse();
    }

    private static Future<ProxyResponse> sendAgain(ProxyContext context) {
        context.request().setBody(Body.body(Buffer.buffer())); // the stream of the first attempt is used up
        return context.sendRequest();
    }

    private static Future<ProxyResponse> sendMeasured(ProxyContext context, HttpServerRequest request) {
        int limit = RouteTable.find(request.path()).map(Route::longestBody).orElse(0);
        return BoundedBody.of(request, limit).compose(body -> {
            context.request().setBody(Body.body(body));
            return context.sendRequest();
        });
    }

    private ProxyResponse instead(ProxyContext context, Throwable failure) {
        if (failure instanceof BoundedBody.TooLarge tooLarge) {
            return answer(context, ProblemAnswers.tooLarge(tooLarge.limit()));
        }
        LOG.warnf("%s did not answer: %s", service.key(), failure.getMessage());
        if (failure instanceof ServiceProxy.NotSent || onlyReads(context)) {
            return answer(context, Problem.tryAgain()).putHeader("Retry-After", "1");
        }
        return answer(context, ProblemAnswers.noAnswer());
    }

    private ProxyResponse answer(ProxyContext context, Problem problem) {
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(problem.status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        return response.setBody(Body.body(problems.body(problem)));
    }

    /** {@code http://10.0.0.7:8082/api/bookings/1} becomes {@code /api/bookings/1} (RFC 9110 §10.2.2). */
    static String relative(String location) {
        return location.replaceFirst("^https?://[^/]*(?=/)", "");
    }
}
