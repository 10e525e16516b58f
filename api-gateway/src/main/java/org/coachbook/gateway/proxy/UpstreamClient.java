package org.coachbook.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Pooled HTTP connections to the services, and where each one is. */
@Singleton
class UpstreamClient {
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Map<Service, URI> urls = new EnumMap<>(Service.class);
    private final UpstreamConfig config;
    private final HttpClient http;

    UpstreamClient(Vertx vertx, Config settings, UpstreamConfig config) {
        for (Service service : Service.values()) {
            urls.put(service, settings.getValue("coachbook.services." + service.key() + ".url", URI.class));
        }
        this.config = config;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxHeaderSize(LONGEST_HEADERS)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()));
    }

    HttpClient http() {
        return http;
    }

    /** A request that is given up when the service is silent for too long. */
    RequestOptions request(Service service) {
        return socket(service).setIdleTimeout(config.timeout().toMillis());
    }

    /** A request that may stay silent for ever once it is answered: a WebSocket. */
    RequestOptions socket(Service service) {
        URI url = urls.getOrDefault(service, URI.create("http://127.0.0.1"));
        boolean tls = "https".equals(url.getScheme());
        int standard = tls ? HTTPS : HTTP;
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() < 0 ? standard : url.getPort())
                .setSsl(tls)
                .setConnectTimeout(config.connectTimeout().toMillis());
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
