package org.coachbook.stripesimulator.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Stripe's object types: the {@code object} name, the prefix of its ids, the URL of its list, and the fields by which
 * others look it up. The full shape with its defaults is the JSON file of the same name.
 */
public enum ObjectType {
    PAYMENT_INTENT("payment_intent", "pi_", "payment_intents"),
    PAYMENT_METHOD("payment_method", "pm_", "payment_methods"),
    CHARGE("charge", "ch_", "charges", "payment_intent"),
    REFUND("refund", "re_", "refunds", "charge", "payment_intent"),
    TRANSFER("transfer", "tr_", "transfers", "transfer_group", "destination"),
    TRANSFER_REVERSAL("transfer_reversal", "trr_", "transfer_reversals", "transfer"),
    APPLICATION_FEE("application_fee", "fee_", "application_fees", "originating_transaction"),
    FEE_REFUND("fee_refund", "fr_", "fee_refunds", "fee"),
    BALANCE_TRANSACTION("balance_transaction", "txn_", "balance_transactions", "source"),
    CUSTOMER("customer", "cus_", "customers"),
    ACCOUNT("account", "acct_", "accounts"),
    PAYOUT("payout", "po_", "payouts"),
    WEBHOOK_ENDPOINT("webhook_endpoint", "we_", "webhook_endpoints");

    private final String label;
    private final String idPrefix;
    private final String url;
    private final List<String> lookups;
    private final ObjectNode template;

    ObjectType(String label, String idPrefix, String path, String... lookups) {
        this.label = label;
        this.idPrefix = idPrefix;
        this.url = "/v1/" + path;
        this.lookups = List.of(lookups);
        this.template = Json.resource(label + ".json");
    }

    /** The value of the {@code object} field. */
    public String label() {
        return label;
    }

    /** The prefix of its ids. */
    public String idPrefix() {
        return idPrefix;
    }

    /** The path of its list. */
    public String url() {
        return url;
    }

    /** The fields it is looked up by; they are set before the object is added and stay as they are. */
    public List<String> lookups() {
        return lookups;
    }

    ObjectNode template() {
        return template;
    }
}
