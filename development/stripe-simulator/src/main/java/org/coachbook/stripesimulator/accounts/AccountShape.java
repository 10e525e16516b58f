package org.coachbook.stripesimulator.accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.StripeObject;

/** The nested parts of an account: capabilities, requirements, bank account, payout schedule. */
final class AccountShape {
    private static final List<String> DUE = List.of(
            "business_profile.mcc",
            "business_profile.url",
            "business_type",
            "external_account",
            "tos_acceptance.date",
            "tos_acceptance.ip");

    private AccountShape() {}

    /** Requirements before onboarding, or none after it. */
    static ObjectNode requirements(boolean onboarded) {
        List<String> due = onboarded ? List.of() : DUE;
        ObjectNode requirements = Json.object();
        requirements.putArray("alternatives");
        requirements.putNull("current_deadline");
        requirements.set("currently_due", Json.texts(due));
        requirements.put("disabled_reason", onboarded ? null : "requirements.past_due");
        requirements.putArray("errors");
        requirements.set("eventually_due", Json.texts(due));
        requirements.set("past_due", Json.texts(due));
        requirements.putArray("pending_verification");
        return requirements;
    }

    /** The capabilities an account has, with those requested: active once it is onboarded. */
    static ObjectNode capabilities(StripeObject account, Parameters requested) {
        ObjectNode capabilities = Json.object();
        capabilities.setAll((ObjectNode) account.get("capabilities"));
        for (String name : requested.names()) {
            if (requested.nested(name).flag("requested")) {
                capabilities.put(name, account.flag("details_submitted") ? "active" : "inactive");
            } else {
                capabilities.remove(name);
            }
        }
        return capabilities;
    }

    /** All requested capabilities, active. */
    static ObjectNode activated(StripeObject account) {
        ObjectNode capabilities = Json.object();
        account.get("capabilities").fieldNames().forEachRemaining(name -> capabilities.put(name, "active"));
        return capabilities;
    }

    /** {@code settings} with the payout schedule asked for. */
    static ObjectNode settings(StripeObject account, Parameters given) {
        ObjectNode settings = account.get("settings").deepCopy();
        Parameters schedule = given.nested("payouts").nested("schedule");
        String interval = schedule.text("interval");
        if (interval != null) {
            ((ObjectNode) settings.get("payouts").get("schedule")).put("interval", interval);
        }
        return settings;
    }

    /** The list of bank accounts: one after onboarding. */
    static ObjectNode externalAccounts(StripeObject account, boolean onboarded) {
        ObjectNode list = Json.object().put("object", "list");
        var data = list.putArray("data");
        if (onboarded) {
            data.addObject()
                    .put("id", Ids.next("ba_"))
                    .put("object", "bank_account")
                    .put("account", account.id())
                    .put("account_holder_name", (String) null)
                    .put("bank_name", "STRIPE TEST BANK")
                    .put("country", account.text("country"))
                    .put("currency", account.text("default_currency"))
                    .put("default_for_currency", true)
                    .put("last4", "3000")
                    .put("status", "new");
        }
        return list.put("has_more", false)
                .put("total_count", data.size())
                .put("url", "/v1/accounts/" + account.id() + "/external_accounts");
    }
}
