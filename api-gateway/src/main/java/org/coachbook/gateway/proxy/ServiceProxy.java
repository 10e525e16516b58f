package org.coachbook.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Passes requests on to the services, without rewriting them. A service that cannot be had is 503 {@code try-again},
 * one that was sent something to do and did not answer 504 {@code no-answer}. */
@Singleton
public class ServiceProxy {
    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);

    private final Map<Service, HttpProxy> proxies;
    private final UpstreamClient client;
    private final WebSocketTunnel tunnel;
    private final ProblemAnswers problems;

    ServiceProxy(UpstreamClient client, WebSocketTunnel tunnel, ProblemAnswers problems) {
        this.client = client;
        this.tunnel = tunnel;
        this.problems = problems;
        this.proxies = Arrays.stream(Service.values()).collect(Collectors.toMap(s -> s, this::proxyOf));
    }

    /** No connection was to be had, so the service has not heard of the request. */
    static final class NotSent extends NoStackTraceThrowable {
        NotSent(Throwable cause) {
            super(cause.getMessage());
        }
    }

    /** Serves the request by the service of the route. */
    public void forward(HttpServerRequest request, Route route) {
        if (WebSocketTunnel.isUpgrade(request)) {
            tunnel.open(request, route.service());
        } else {
            Objects.requireNonNull(proxies.get(route.service())).handle(request);
        }
    }

    private HttpProxy proxyOf(Service service) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client.http())
                .origin(_ -> connect(service))
                .addInterceptor(new UpstreamFaults(service, problems));
    }

    private Future<HttpClientRequest> connect(Service service) {
        return client.http()
                .request(client.request(service))
                .recover(failure -> Future.failedFuture(new NotSent(failure)))
                .onSuccess(request -> request.exceptionHandler(
                        failure -> LOG.debugf("A request to %s ended: %s", service.key(), failure.getMessage())));
    }
}
