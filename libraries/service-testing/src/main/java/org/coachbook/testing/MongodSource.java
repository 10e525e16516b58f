package org.coachbook.testing;

import java.io.IOException;
import java.nio.file.Path;

/** A place from which a {@code mongod} can be downloaded. */
interface MongodSource {
    /** Downloads the program, hands it to the store while its temporary files exist, and answers what that answers. */
    Path fetch(Store store) throws IOException, InterruptedException;

    /** Keeps the program for good. */
    @FunctionalInterface
    interface Store {
        Path keep(Path program) throws IOException;
    }
}
