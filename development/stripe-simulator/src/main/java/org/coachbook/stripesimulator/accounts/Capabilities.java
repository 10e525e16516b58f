package org.coachbook.stripesimulator.accounts;

import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;

/** What a connected account must be able to do before money may flow to it (docs.stripe.com/connect/account-capabilities). */
public final class Capabilities {
    private Capabilities() {}

    /** Refuses a destination that cannot receive transfers. */
    public static void requireTransfers(Store store, String account, String param) {
        if (!active(account(store, "destination", account, param), "transfers")) {
            throw StripeErrors.refused(
                            "insufficient_capabilities_for_transfer",
                            "Your destination account needs to have at least one of the following capabilities"
                                    + " enabled: transfers, crypto_transfers, legacy_payments")
                    .param(param);
        }
    }

    /** Refuses an {@code on_behalf_of} account that cannot take card payments. */
    public static void requireCardPayments(Store store, String account) {
        if (!active(account(store, "on_behalf_of", account, "on_behalf_of"), "card_payments")) {
            throw StripeErrors.refused(
                            null,
                            "You cannot create a charge on a connected account without the `card_payments` capability"
                                    + " enabled.")
                    .param("on_behalf_of");
        }
    }

    private static StripeObject account(Store store, String label, String id, String param) {
        StripeObject account = store.find(ObjectType.ACCOUNT, id);
        if (account == null || account.flag("deleted")) {
            throw StripeErrors.noSuchReference(label, id, param);
        }
        return account;
    }

    private static boolean active(StripeObject account, String capability) {
        return account.get("capabilities").path(capability).asText().equals("active");
    }
}
