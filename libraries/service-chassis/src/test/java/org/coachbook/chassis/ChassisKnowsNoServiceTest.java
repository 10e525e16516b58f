package org.coachbook.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChassisKnowsNoServiceTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COACHING_WORD =
            Pattern.compile("\\b(coach|booking|slot|session type|stripe|price|payment)s?\\b", Pattern.CASE_INSENSITIVE);
    private static final int CEILING = 1_500;

    @Test
    void it_knows_no_message_only_how_messages_are_marked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.coachbook.contracts.*..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.coachbook.chassis"));
    }

    @Test
    void it_has_no_coaching_word() {
        assertThat(lines().stream().filter(COACHING_WORD.asPredicate())).isEmpty();
    }

    @Test
    void it_stays_small() {
        long code = lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                .filter(line -> !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//"))
                .count();
        assertThat(code).as("lines of code without imports and comments").isLessThanOrEqualTo(CEILING);
    }

    private static List<String> lines() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(ChassisKnowsNoServiceTest::linesOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
