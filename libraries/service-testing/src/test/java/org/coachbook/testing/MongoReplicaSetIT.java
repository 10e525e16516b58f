package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoReplicaSetIT {
    @TempDir
    Path data;

    @Test
    void transactions_and_change_streams_work() {
        try (MongoReplicaSet mongodb = MongoReplicaSet.start();
                MongoClient client = MongoClients.create(mongodb.uri())) {
            MongoCollection<Document> weeks = client.getDatabase("test").getCollection("weeks");
            try (var changes = weeks.watch().cursor();
                    var session = client.startSession()) {
                session.withTransaction(() -> weeks.insertOne(session, new Document("_id", "a")));
                assertThat(changes.next().getFullDocument()).isEqualTo(new Document("_id", "a"));
            }
        }
    }

    @Test
    void stored_data_continues_on_another_port() {
        try (MongoReplicaSet first = MongoReplicaSet.start(FreePorts.next(), data);
                MongoClient client = MongoClients.create(first.uri())) {
            client.getDatabase("test").getCollection("weeks").insertOne(new Document("_id", "a"));
        }
        try (MongoReplicaSet second = MongoReplicaSet.start(FreePorts.next(), data);
                MongoClient client = MongoClients.create(second.uri())) {
            assertThat(client.getDatabase("test").getCollection("weeks").find())
                    .containsExactly(new Document("_id", "a"));
        }
    }

    @Test
    void closing_ends_the_process() {
        MongoReplicaSet mongodb = MongoReplicaSet.start();
        ProcessHandle process = ProcessHandle.of(mongodb.pid().orElseThrow()).orElseThrow();
        mongodb.close();
        assertThat(process.isAlive()).isFalse();
    }
}
