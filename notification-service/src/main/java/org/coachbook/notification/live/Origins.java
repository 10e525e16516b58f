package org.coachbook.notification.live;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The origins that browsers may connect from (RFC 6455 §10.2): the gateway's own, and those that are configured. */
final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Set<String> allowed;

    private Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** Of a gateway on loopback both names of loopback are its own. */
    static Origins of(String gateway, Collection<String> more) {
        return new Origins(Stream.concat(ownOf(URI.create(gateway)), more.stream())
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** What is not a browser sends no origin, and has no other site's user to abuse. */
    boolean allow(@Nullable String origin) {
        return origin == null || allowed.contains(origin);
    }

    private static Stream<String> ownOf(URI gateway) {
        String port = gateway.getPort() < 0 ? "" : ":" + gateway.getPort();
        Stream<String> hosts = LOOPBACK.contains(gateway.getHost()) ? LOOPBACK.stream() : Stream.of(gateway.getHost());
        return hosts.map(host -> gateway.getScheme() + "://" + host + port);
    }
}
