package org.coachbook.contracts;

import java.util.Map;

/**
 * A Kafka topic as it has to be created; brokers never create topics by themselves.
 *
 * @param partitions how many partitions a default installation has
 * @param config topic-level settings by Kafka's own names
 */
public record Topic(String name, int partitions, Map<String, String> config) {}
