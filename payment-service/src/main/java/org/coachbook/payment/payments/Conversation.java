package org.coachbook.payment.payments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Commands and replies.
 *
 * @param open not answered yet, in order of arrival
 * @param given the last replies, oldest first
 */
public record Conversation(List<Question> open, List<Answer> given) {
    static final Conversation NONE = new Conversation(List.of(), List.of());
    private static final int REMEMBERED = 64;

    boolean isOpen(String commandId) {
        return open.stream().anyMatch(q -> q.commandId().equals(commandId));
    }

    Optional<Answer> answerTo(String commandId) {
        return given.stream().filter(a -> a.commandId().equals(commandId)).findFirst();
    }

    Conversation plus(Question question) {
        return new Conversation(
                Stream.concat(open.stream(), Stream.of(question)).toList(), given);
    }

    /** The conversation after these replies. */
    Conversation answered(List<Answer> replies) {
        List<Question> rest = open.stream()
                .filter(q -> replies.stream().noneMatch(a -> a.commandId().equals(q.commandId())))
                .toList();
        List<Answer> all = Stream.concat(given.stream(), replies.stream()).toList();
        return new Conversation(rest, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }
}
