package org.coachbook.availability.connections;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.account.ConnectionChanged;
import org.jspecify.annotations.Nullable;

/**
 * A coach and a client who work together, or asked to. There is one per pair.
 *
 * @param requestedBy the id of whoever asked last
 * @param endedBy who ended it, while it is ended and had been accepted before
 * @param invited whether the coach wanted this client himself, be it as an answer to his request
 * @param usedInvitations the mailed invitations it was accepted with, each of which did so once
 * @param sequence counts the changes from 1, and the messages about them
 */
public record Connection(
        @BsonId String id,
        String coachId,
        String clientId,
        Status status,
        String requestedBy,
        @Nullable String endedBy,
        @Nullable Boolean invited,
        Set<String> usedInvitations,
        long sequence) {
    /** Older connections are stored without what was not told apart or did not exist. */
    public Connection {
        invited = Objects.requireNonNullElse(invited, requestedBy.equals(coachId));
        usedInvitations = Set.copyOf(Objects.requireNonNullElse(usedInvitations, Set.of()));
    }

    /** Where it stands. */
    public enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("ended")
        ENDED,
        /** By the coach: to this client he does not exist. */
        @JsonProperty("blocked")
        BLOCKED;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The first request between the two. */
    static Connection requested(String coachId, String clientId, String by) {
        return new Connection(
                idOf(coachId, clientId), coachId, clientId, Status.PENDING, by, null, by.equals(coachId), Set.of(), 1);
    }

    /** The first thing between the two is that the coach blocks. */
    static Connection blocked(String coachId, String clientId) {
        return new Connection(
                idOf(coachId, clientId), coachId, clientId, Status.BLOCKED, coachId, null, false, Set.of(), 1);
    }

    /** What comes first between the two is that the client accepts the coach's mailed invitation. */
    static Connection joined(String coachId, String clientId, String invitation) {
        return new Connection(
                idOf(coachId, clientId),
                coachId,
                clientId,
                Status.ACCEPTED,
                coachId,
                null,
                true,
                Set.of(invitation),
                1);
    }

    /** The id that the connection of these two has. */
    static String idOf(String coachId, String clientId) {
        byte[] pair = (coachId + " " + clientId).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(pair).toString();
    }

    boolean has(String userId) {
        return coachId.equals(userId) || clientId.equals(userId);
    }

    /** Whether this person is one of the two and may know of it: who is blocked is not told. */
    boolean isKnownTo(String userId) {
        return coachId.equals(userId) || (clientId.equals(userId) && !blocked());
    }

    boolean blocked() {
        return status == Status.BLOCKED;
    }

    /** How its client stands to its coach. */
    Viewer.Standing clientsStanding() {
        return switch (status) {
            case ACCEPTED -> wasInvited() ? Viewer.Standing.INVITED : Viewer.Standing.CONNECTED;
            case BLOCKED -> Viewer.Standing.BLOCKED;
            case PENDING, DECLINED, ENDED -> Viewer.Standing.STRANGER;
        };
    }

    /** Whether it is on this person to answer. */
    boolean awaits(String userId) {
        return status == Status.PENDING && has(userId) && !requestedBy.equals(userId);
    }

    boolean accepted() {
        return status == Status.ACCEPTED;
    }

    /**
     * What a further request does: it answers the other's open one, or asks anew; one's own open one stays, and so does a
     * block unless it is the coach who asks. A client whom the coach asks for is his invited client from then on.
     */
    Connection requestedAgain(String by) {
        return switch (status) {
            case ACCEPTED -> by.equals(coachId) && !wasInvited() ? acceptedBy(by) : this;
            case PENDING -> awaits(by) ? acceptedBy(by) : this;
            case DECLINED, ENDED -> askedBy(by);
            case BLOCKED -> by.equals(coachId) ? askedBy(by) : this;
        };
    }

    private boolean wasInvited() {
        return Boolean.TRUE.equals(invited);
    }

    private Connection acceptedBy(String by) {
        return with(Status.ACCEPTED, requestedBy, null, wasInvited() || by.equals(coachId), usedInvitations);
    }

    private Connection askedBy(String by) {
        return with(Status.PENDING, by, null, by.equals(coachId), usedInvitations);
    }

    Connection now(Status other) {
        return with(other, requestedBy, null, wasInvited(), usedInvitations);
    }

    /** The client accepts the coach's mailed invitation; one that was used does not undo what came after. */
    Connection joinedBy(String accepted) {
        if (usedInvitations.contains(accepted)) {
            return this;
        }
        Set<String> used = new HashSet<>(usedInvitations);
        used.add(accepted);
        return with(Status.ACCEPTED, coachId, null, true, used);
    }

    /** Ends what stands between the two, a request and a block as well; what has ended stays as it is. */
    Connection ended(String by) {
        return switch (status) {
            case ACCEPTED -> with(Status.ENDED, requestedBy, by, wasInvited(), usedInvitations);
            case PENDING, BLOCKED -> now(Status.ENDED);
            case DECLINED, ENDED -> this;
        };
    }

    private Connection with(Status other, String by, @Nullable String ender, boolean wanted, Set<String> used) {
        return new Connection(id, coachId, clientId, other, by, ender, wanted, used, sequence + 1);
    }

    ConnectionChanged asFact() {
        return new ConnectionChanged(id, coachId, clientId, status.text(), requestedBy, endedBy, wasInvited());
    }
}
