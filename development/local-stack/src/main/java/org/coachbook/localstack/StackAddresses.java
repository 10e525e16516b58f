package org.coachbook.localstack;

import java.net.URI;
import org.coachbook.localstack.stripe.StripeAccount;

/**
 * Where to reach the parts of a running stack.
 *
 * @param mongodb connection string without a database
 * @param kafka host and port
 */
public record StackAddresses(
        URI gateway, String mongodb, String kafka, URI stripe, String stripePublishableKey, String stripeSecretKey) {
    static StackAddresses of(LocalStackOptions options, String mongodb, Secrets secrets) {
        PortLayout ports = options.ports();
        return new StackAddresses(
                url(ports.http(ServiceDefinition.GATEWAY)),
                mongodb,
                "127.0.0.1:" + ports.kafka(),
                options.stripe().map(StripeAccount::api).orElseGet(() -> url(ports.stripe())),
                secrets.stripePublishableKey(),
                secrets.stripeSecretKey());
    }

    static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
