package org.coachbook.pricing.packages;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.coachbook.chassis.time.Poller;

/** Looks every second for packages that were not paid in time. */
@Startup
@ApplicationScoped
class PurchasePoller {
    private final Poller poller;

    PurchasePoller(ClientPackages packages) {
        this.poller = Poller.every(Duration.ofSeconds(1), "packages that are not paid", packages::giveUpOverdue);
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.close();
    }
}
