package org.coachbook.notification.live;

import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.coachbook.chassis.http.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may open a socket: 403 from a foreign origin, 401 without a good token, 503 when tokens cannot be verified. */
@Singleton
class TokenUpgradeCheck implements HttpUpgradeCheck {
    private final SignIn signIn;
    private final Origins origins;
    private final ExecutorService threads;

    TokenUpgradeCheck(
            SignIn signIn,
            @VirtualThreads ExecutorService threads,
            @ConfigProperty(name = "coachbook.services.gateway.url") String gateway,
            @ConfigProperty(name = "coachbook.live.origins") Optional<List<String>> more) {
        this.signIn = signIn;
        this.threads = threads;
        this.origins = Origins.of(gateway, more.orElse(List.of()));
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        var headers = upgrade.httpRequest().headers();
        if (!origins.allow(headers.get("Origin"))) {
            return CheckResult.rejectUpgrade(403);
        }
        return OfferedToken.of(headers.getAll("Sec-WebSocket-Protocol"), headers.get("Authorization"))
                .map(token -> verified(token, upgrade))
                .orElseGet(() -> CheckResult.rejectUpgrade(401));
    }

    /** Off the event loop, because keys may have to be fetched, and back on it for the upgrade itself. */
    private Uni<CheckResult> verified(String token, HttpUpgradeContext upgrade) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> admit(token, upgrade))
                .runSubscriptionOn(threads)
                .emitOn(work -> context.runOnContext(_ -> work.run()));
    }

    private CheckResult admit(String token, HttpUpgradeContext upgrade) {
        try {
            return signIn.with(token)
                    .map(signedIn -> {
                        upgrade.userData().put(LiveSocket.SIGNED_IN, signedIn);
                        return CheckResult.permitUpgradeSync();
                    })
                    .orElseGet(() -> CheckResult.rejectUpgradeSync(401));
        } catch (ProblemException e) {
            return CheckResult.rejectUpgradeSync(e.problem().status());
        }
    }
}
