package org.coachbook.gateway.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coachbook.chassis.http.Problem;

/**
 * Hashes and checks passwords with Argon2id on a few platform threads of their own, so that a flood of log-ins takes
 * neither all cores nor all memory.
 */
@Singleton
public class PasswordHashing {
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final ThreadPoolExecutor threads;
    private final String nobody;

    PasswordHashing(HashingConfig config) {
        this.argon2 = Argon2Function.getInstance(
                config.memoryKib(), config.iterations(), config.parallelism(), HASH_BYTES, Argon2.ID);
        int atOnce = config.concurrency() > 0
                ? config.concurrency()
                : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                runnable ->
                        Thread.ofPlatform().daemon().name("password-hashing").unstarted(runnable));
        this.nobody = compute(UUID.randomUUID().toString());
    }

    /** The hash with its parameters and salt, in the PHC string format. */
    public String hash(String password) {
        return inTurn(() -> compute(password));
    }

    /** Whether the password is the hashed one. */
    public boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** A hash that nobody's password has, to spend the same time on an address without an account. */
    public String nobodysHash() {
        return nobody;
    }

    private String compute(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            return threads.submit(work).get(5, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            throw Problem.tryAgain().asException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain().asException();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
