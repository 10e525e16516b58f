package org.coachbook.contracts;

import java.util.stream.Collectors;

/** The catalogue of topics and messages as AsyncAPI 3.0, pointing at the schemas beside it. */
final class AsyncApi {
    private AsyncApi() {}

    static String catalogue() {
        return """
                asyncapi: 3.0.0
                info:
                  title: Coachbook messages
                  version: 1.0.0
                  description: CloudEvents 1.0 in binary mode; headers ce_id, ce_type, ce_source, ce_time, ce_subject, sequence, traceparent.
                defaultContentType: application/json
                channels:
                """
                + Topics.all().stream().map(AsyncApi::channel).collect(Collectors.joining())
                + "components:\n  messages:\n"
                + Contracts.all().stream().map(AsyncApi::message).collect(Collectors.joining());
    }

    private static String channel(Topic topic) {
        String messages = Contracts.all().stream()
                .filter(m -> m.getAnnotation(Contract.class).topic().equals(topic.name()))
                .map(m -> m.getAnnotation(Contract.class).type())
                .map(type -> "      " + type + ":\n        $ref: '#/components/messages/" + type + "'\n")
                .collect(Collectors.joining());
        return "  " + topic.name() + ":\n    address: " + topic.name() + "\n    messages:\n" + messages;
    }

    private static String message(Class<? extends Record> message) {
        String type = message.getAnnotation(Contract.class).type();
        return "    " + type + ":\n      name: " + type + "\n      title: " + message.getSimpleName()
                + "\n      payload:\n        $ref: 'schemas/" + type + ".schema.json'\n";
    }
}
