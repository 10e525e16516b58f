package org.coachbook.availability.guard;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.chassis.mongo.Database;

/** Transactions over two documents, tried again on conflicts for two seconds at most, then {@code try-again}. */
@ApplicationScoped
public class BoundedTransactions {
    private static final long LIMIT = Duration.ofSeconds(2).toNanos();

    private final Database database;

    BoundedTransactions(Database database) {
        this.database = database;
    }

    /**
     * Runs the work, possibly several times.
     *
     * @throws ProblemException 503 when conflicts did not end in time; nothing was changed
     */
    public <T> T run(Function<ClientSession, T> work) {
        long begin = System.nanoTime();
        return database.inTransaction(session -> {
            if (System.nanoTime() - begin > LIMIT) {
                throw Problem.tryAgain().asException();
            }
            return work.apply(session);
        });
    }
}
