package org.coachbook.gateway.page;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where people reach the gateway, and so which {@code Origin} is our own and whether cookies need TLS.
 *
 * @param url scheme, host and perhaps port
 */
public record PublicAddress(URI url) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    /** Reads the configured address. */
    public static PublicAddress of(String url) {
        return new PublicAddress(URI.create(url));
    }

    /** Whether it is https, so that the browser may be told never to use anything else. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** Whether it is plain http on this machine, the only place where a cookie goes without {@code Secure}. */
    public boolean plainLoopback() {
        return !secure() && LOOPBACK.contains(url.getHost());
    }

    /** The origins that are ours; on loopback, {@code localhost} and {@code 127.0.0.1} alike. */
    public Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(origin(url.getHost()));
        if (LOOPBACK.contains(url.getHost())) {
            LOOPBACK.forEach(host -> origins.add(origin(host)));
        }
        return origins;
    }

    /** The same origins for WebSockets. */
    public Set<String> webSocketOrigins() {
        Set<String> origins = new LinkedHashSet<>();
        origins().forEach(origin -> origins.add("ws" + origin.substring("http".length())));
        return origins;
    }

    private String origin(String host) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + host + port).toLowerCase(Locale.ROOT);
    }
}
