package org.coachbook.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.coachbook.gateway.proxy.Upstreams;
import org.coachbook.testing.ServiceStack;

/** What every integration test of the gateway runs with: MongoDB, Kafka, and services that answer in place of ours. */
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "topics", value = "account.changes"))
@QuarkusTestResource(Upstreams.class)
final class GatewayStack {
    private GatewayStack() {}
}
