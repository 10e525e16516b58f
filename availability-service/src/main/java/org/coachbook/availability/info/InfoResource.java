package org.coachbook.availability.info;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.zone.ZoneRulesProvider;

/** {@code GET /q/info} of the management interface: by which version of the zone data local times are worked out. */
@ApplicationScoped
class InfoResource {
    /** Any zone will do: the Java runtime has all of them in one version. */
    private static final String ZONE = "Europe/Zurich";

    void serve(@Observes ManagementInterface management) {
        JsonObject info = new JsonObject()
                .put(
                        "java",
                        new JsonObject()
                                .put("version", Runtime.version().toString())
                                .put(
                                        "zoneData",
                                        ZoneRulesProvider.getVersions(ZONE)
                                                .lastEntry()
                                                .getKey()));
        management.router().get("/q/info").handler(exchange -> exchange.json(info));
    }
}
