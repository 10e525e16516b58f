package org.coachbook.stripesimulator.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.http.Page;
import org.coachbook.stripesimulator.http.Reply;

/** The simulator's page for persons: the latest of everything, in tables. */
final class DashboardPage {
    private record Section(String title, String name, List<String> columns) {}

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "Payment intents",
                    "payment_intents",
                    List.of("id", "amount", "currency", "status", "latest_charge", "metadata")),
            new Section(
                    "Charges",
                    "charges",
                    List.of("id", "amount", "currency", "status", "captured", "amount_refunded", "transfer")),
            new Section("Refunds", "refunds", List.of("id", "amount", "currency", "status", "charge")),
            new Section(
                    "Transfers", "transfers", List.of("id", "amount", "currency", "destination", "amount_reversed")),
            new Section(
                    "Application fees",
                    "application_fees",
                    List.of("id", "amount", "currency", "account", "amount_refunded")),
            new Section(
                    "Accounts",
                    "accounts",
                    List.of("id", "country", "charges_enabled", "payouts_enabled", "capabilities")),
            new Section("Webhook endpoints", "webhook_endpoints", List.of("id", "url", "status", "enabled_events")),
            new Section("Events", "events", List.of("id", "type", "created", "account")),
            new Section("Deliveries", "deliveries", List.of("event", "type", "url", "attempts", "outcome")));

    private DashboardPage() {}

    static Reply of(ObjectNode state) {
        StringBuilder body = new StringBuilder("<p>State as JSON: <a href=\"/simulator/state\">/simulator/state</a> · "
                + "<a href=\"/simulator/faults\">faults</a></p>");
        for (Section section : SECTIONS) {
            append(body, section, state);
        }
        return Reply.page(Page.html("Stripe simulator", "", body.toString()));
    }

    private static void append(StringBuilder body, Section section, ObjectNode state) {
        body.append("<h2>")
                .append(section.title())
                .append(" (")
                .append(state.get("counts").path(section.name()).asInt())
                .append(")</h2><table><tr>");
        section.columns().forEach(column -> body.append("<th>").append(column).append("</th>"));
        body.append("</tr>");
        for (JsonNode item : state.path(section.name())) {
            body.append("<tr>");
            section.columns()
                    .forEach(column ->
                            body.append("<td>").append(cell(item.path(column))).append("</td>"));
            body.append("</tr>");
        }
        body.append("</table>");
    }

    private static String cell(JsonNode value) {
        return Page.escape(value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText());
    }
}
