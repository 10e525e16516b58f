package org.coachbook.stripesimulator.balance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Every movement of money, and the balances they add up to. Money is available at once. */
public final class BalanceTransactions {
    /**
     * What moves.
     *
     * @param category the {@code reporting_category}
     * @param amount gross, in minor units; negative when it leaves
     * @param fee taken from the amount; negative when it comes back
     * @param feeType {@code stripe_fee} or {@code application_fee}
     */
    public record Movement(
            String type, String category, String source, String currency, long amount, long fee, String feeType) {
        /** A movement without fee. */
        public static Movement plain(String type, String category, String source, String currency, long amount) {
            return new Movement(type, category, source, currency, amount, 0, "stripe_fee");
        }
    }

    private final Store store;
    private final Map<String, Map<String, Long>> available = new HashMap<>();

    /** Movements in the store. */
    public BalanceTransactions(Store store) {
        this.store = store;
    }

    /** Records a movement on an account's balance (null: the platform's) and answers the transaction's id. */
    public String record(@Nullable String account, Movement movement) {
        long net = movement.amount() - movement.fee();
        StripeObject transaction = store.draft(ObjectType.BALANCE_TRANSACTION, account)
                .set("amount", movement.amount())
                .set("available_on", store.now())
                .set("currency", movement.currency())
                .set("fee", movement.fee())
                .set("fee_details", feeDetails(movement))
                .set("net", net)
                .set("reporting_category", movement.category())
                .set("source", movement.source())
                .set("type", movement.type());
        balances(account).merge(movement.currency(), net, Long::sum);
        return store.add(transaction).id();
    }

    private static ArrayNode feeDetails(Movement movement) {
        ArrayNode details = Json.texts(List.of());
        if (movement.fee() != 0) {
            boolean own = movement.feeType().equals("stripe_fee");
            details.addObject()
                    .put("amount", movement.fee())
                    .putNull("application")
                    .put("currency", movement.currency())
                    .put("description", own ? "Stripe processing fees" : "Application fee")
                    .put("type", movement.feeType());
        }
        return details;
    }

    /** What an account could pay out in a currency, in minor units. */
    public long available(@Nullable String account, String currency) {
        return balances(account).getOrDefault(currency, 0L);
    }

    /** The balance object of an account. */
    public ObjectNode balance(@Nullable String account, String defaultCurrency) {
        ObjectNode balance = Json.object().put("object", "balance");
        Map<String, Long> amounts = new TreeMap<>(balances(account));
        amounts.putIfAbsent(defaultCurrency, 0L);
        ArrayNode funds = balance.putArray("available");
        ArrayNode pending = balance.putArray("pending");
        amounts.forEach((currency, amount) -> {
            addFunds(funds, currency, amount);
            addFunds(pending, currency, 0);
        });
        return balance.put("livemode", false);
    }

    private static void addFunds(ArrayNode funds, String currency, long amount) {
        funds.addObject()
                .put("amount", amount)
                .put("currency", currency)
                .putObject("source_types")
                .put("card", amount);
    }

    private Map<String, Long> balances(@Nullable String account) {
        return available.computeIfAbsent(String.valueOf(account), none -> new HashMap<>());
    }
}
