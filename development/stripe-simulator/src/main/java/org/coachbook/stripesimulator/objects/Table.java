package org.coachbook.stripesimulator.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Committed tables: text files beside the class that uses them, {@code #} for remarks. */
public final class Table {
    private Table() {}

    /** The lines of a file, remarks included. */
    public static List<String> lines(Class<?> owner, String file) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file whose cells are separated by semicolons. */
    public static List<String[]> rows(Class<?> owner, String file) {
        return lines(owner, file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .toList();
    }
}
