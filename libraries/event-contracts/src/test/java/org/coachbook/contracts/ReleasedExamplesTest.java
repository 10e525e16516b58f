package org.coachbook.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was released stays readable, both ways. A release adds {@code released/<type>/<n>.json} and
 * {@code <n>.schema.json}; a file there is never edited.
 */
class ReleasedExamplesTest {
    private static final Path RELEASED = Path.of("released");

    static Stream<Path> examples() {
        return files(p -> p.toString().endsWith(".json") && !p.toString().endsWith(".schema.json"));
    }

    static Stream<Path> schemas() {
        return files(p -> p.toString().endsWith(".schema.json"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_released_example_parses_into_todays_record(Path example) throws IOException {
        Object message = Samples.JSON
                .readerFor(recordOf(example))
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(Files.readString(example));
        assertThat(message).hasNoNullFieldsOrPropertiesExcept(addedLater(recordOf(example)));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void todays_message_satisfies_a_released_schema(Path released) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(released), InputFormat.JSON);
        String today = Samples.JSON.writeValueAsString(Samples.of(recordOf(released)));
        assertThat(schema.validate(today, InputFormat.JSON)).isEmpty();
    }

    @Test
    void every_message_has_a_released_example() {
        assertThat(examples()
                        .map(p -> RELEASED.relativize(p).getName(0).toString())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Contracts.all().stream()
                        .map(m -> m.getAnnotation(Contract.class).type())
                        .toList());
    }

    /** What a message may lack, as those do that were sent before there was such a field. */
    private static String[] addedLater(Class<? extends Record> message) {
        return Stream.of(message.getRecordComponents())
                .filter(c -> c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }

    private static Class<? extends Record> recordOf(Path file) {
        String type = RELEASED.relativize(file).getName(0).toString();
        return Contracts.all().stream()
                .filter(m -> m.getAnnotation(Contract.class).type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("A released message may not vanish: " + type));
    }

    private static Stream<Path> files(java.util.function.Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(RELEASED)) {
            return all.filter(wanted).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
