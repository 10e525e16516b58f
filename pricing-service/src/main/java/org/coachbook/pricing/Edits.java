package org.coachbook.pricing;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Edits of what others may edit at the same moment. */
public final class Edits {
    /** More than edit the same at a time: each round somebody wins it, so nobody loses as often as this. */
    private static final int ATTEMPTS = 100;

    private Edits() {}

    /**
     * Who loses a race looks again: whether his edit was of another version is told by that one.
     *
     * @param ifMatch entity tag of the version that was edited, null for whichever is there
     * @param write empty when somebody was faster
     * @throws org.coachbook.chassis.http.ProblemException 412 when {@code ifMatch} is outdated
     */
    public static <T, R> R edit(
            @Nullable String ifMatch, Supplier<T> read, ToLongFunction<T> version, Function<T, Optional<R>> write) {
        Supplier<Optional<R>> attempt = () -> {
            T known = read.get();
            EntityTags.require(ifMatch, version.applyAsLong(known));
            return write.apply(known);
        };
        return Stream.generate(attempt)
                .limit(ATTEMPTS)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Problem.tryAgain().asException());
    }
}
