package org.coachbook.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    static List<Class<? extends Record>> messages() {
        return Contracts.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void the_committed_schema_is_the_one_of_the_record(Class<? extends Record> message) throws JsonProcessingException {
        String type = message.getAnnotation(Contract.class).type();
        String schema = Samples.JSON.writeValueAsString(Schemas.of(message)) + "\n";
        CommittedFile.assertHolds(Path.of("schemas", type + ".schema.json"), schema);
    }

    @Test
    void each_type_name_stands_for_one_record() {
        assertThat(messages())
                .extracting(m -> m.getAnnotation(Contract.class).type())
                .doesNotHaveDuplicates();
    }

    @Test
    void each_message_travels_on_a_topic_that_is_made() {
        List<String> topics = Topics.all().stream().map(Topic::name).toList();
        assertThat(messages()).allSatisfy(m -> assertThat(topics)
                .contains(m.getAnnotation(Contract.class).topic()));
    }

    @Test
    void the_committed_catalogue_lists_every_topic_and_message() {
        CommittedFile.assertHolds(Path.of("asyncapi.yaml").toAbsolutePath(), AsyncApi.catalogue());
    }
}
