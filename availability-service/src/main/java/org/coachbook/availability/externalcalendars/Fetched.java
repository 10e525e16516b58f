package org.coachbook.availability.externalcalendars;

import org.jspecify.annotations.Nullable;

/** What a calendar's server answered. */
sealed interface Fetched {
    /** What it marked a version of the file with, to be asked whether there is a newer one (RFC 9110 §8.8). */
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }

    /** The file. */
    record File(String text, Validators validators) implements Fetched {}

    /** The file is the one that the validators were of. */
    record Unchanged() implements Fetched {}
}
