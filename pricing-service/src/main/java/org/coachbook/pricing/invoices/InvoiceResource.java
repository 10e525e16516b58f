package org.coachbook.pricing.invoices;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.pricing.TimeCursor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes, for the two parties of each and nobody else. */
@Path("/api/invoices")
@Tag(name = "Invoices")
@RunOnVirtualThread
public class InvoiceResource {
    private static final int PAGE = 30;

    private final InvoiceRepository invoices;
    private final Printing printing;
    private final CurrentCaller caller;

    InvoiceResource(InvoiceRepository invoices, Printing printing, CurrentCaller caller) {
        this.invoices = invoices;
        this.printing = printing;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The signed-in person's documents as coach or as client, the newest first")
    @APIResponse(responseCode = "200", description = "At most 30; next is the cursor of the next page")
    @APIResponse(responseCode = "400", description = "validation-failed: the cursor is none of ours")
    public Page<InvoiceView> list(@QueryParam("cursor") @Nullable String cursor) {
        TimeCursor after = cursor == null ? null : TimeCursor.parse(cursor);
        List<InvoiceView> found = invoices.of(caller.subject(), after, PAGE + 1).stream()
                .map(InvoiceView::of)
                .toList();
        return TimeCursor.page(found, PAGE, last -> new TimeCursor(last.issuedAt(), last.id()));
    }

    @GET
    @Path("/{id}.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The document")
    @APIResponse(responseCode = "200", description = "A PDF, the same bytes each time")
    @APIResponse(responseCode = "404", description = "not-found: no such document, or not the caller's")
    public RestResponse<byte[]> pdf(@PathParam("id") String id) {
        InvoiceDocument invoice = invoices.find(id)
                .filter(found -> found.concerns(caller.subject()))
                .orElseThrow(() -> Problem.notFound("invoice").asException());
        return RestResponse.ResponseBuilder.ok(printing.pdf(invoice))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + invoice.numbered().printed() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
