package org.coachbook.chassis.identity;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service that cannot verify tokens yet is not ready. */
@Readiness
class KeysReadiness implements HealthCheck {
    private final PublishedKeys keys;

    KeysReadiness(PublishedKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("token keys").status(keys.available()).build();
    }
}
