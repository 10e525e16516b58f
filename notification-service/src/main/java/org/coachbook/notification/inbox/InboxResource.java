package org.coachbook.notification.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.notification.notice.Reader;
import org.coachbook.notification.notice.Wording;
import org.coachbook.notification.reading.Account;
import org.coachbook.notification.reading.AccountsClient;
import org.coachbook.notification.reading.NamesReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A person's own inbox; the entries of others do not exist for him. */
@Path("/api/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@RunOnVirtualThread
class InboxResource {
    private static final int PAGE = 30;

    private final InboxRepository entries;
    private final AccountsClient accounts;
    private final NamesReader names;
    private final CurrentCaller caller;

    InboxResource(InboxRepository entries, AccountsClient accounts, NamesReader names, CurrentCaller caller) {
        this.entries = entries;
        this.accounts = accounts;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The caller's notifications, newest first, read and archived ones included")
    public Page<NotificationView> list(@QueryParam("cursor") @Nullable String cursor) {
        List<InboxEntry> page = entries.page(caller.subject(), parsed(cursor), PAGE + 1);
        List<InboxEntry> shown = page.subList(0, Math.min(PAGE, page.size()));
        Reader reader = reader();
        String next = page.size() > PAGE ? InboxCursor.after(shown.getLast()).encoded() : null;
        return new Page<>(shown.stream().map(entry -> view(entry, reader)).toList(), next);
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Marks one of the caller's notifications as read")
    public NotificationView read(@PathParam("id") String id) {
        return mark(id, "read");
    }

    @POST
    @Path("/{id}/archive")
    @Operation(summary = "Archives one of the caller's notifications")
    public NotificationView archive(@PathParam("id") String id) {
        return mark(id, "archived");
    }

    private NotificationView mark(String id, String mark) {
        InboxEntry marked = entries.mark(id, caller.subject(), mark)
                .orElseThrow(() -> Problem.notFound("notification").asException());
        return view(marked, reader());
    }

    private NotificationView view(InboxEntry entry, Reader reader) {
        return NotificationView.of(entry, Wording.of(entry.notice(), names.available(entry.notice()), reader));
    }

    private Reader reader() {
        return accounts.find(caller.subject()).map(Account::reader).orElseGet(() -> Reader.of(null, null));
    }

    private static Optional<InboxCursor> parsed(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                InboxCursor.parse(cursor).orElseThrow(() -> Problem.invalid("cursor", "is not a cursor of this list")
                        .asException()));
    }
}
