package org.coachbook.localstack;

import java.net.URI;

/**
 * Where to reach the parts of a running stack.
 *
 * @param mongodb connection string without a database
 * @param kafka host and port
 */
public record StackAddresses(
        URI gateway, String mongodb, String kafka, URI stripe, String stripePublishableKey, String stripeSecretKey) {
    static StackAddresses of(PortLayout ports, String mongodb, Secrets secrets) {
        return new StackAddresses(
                url(ports.http(ServiceDefinition.GATEWAY)),
                mongodb,
                "127.0.0.1:" + ports.kafka(),
                url(ports.stripe()),
                secrets.stripePublishableKey(),
                secrets.stripeSecretKey());
    }

    static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
