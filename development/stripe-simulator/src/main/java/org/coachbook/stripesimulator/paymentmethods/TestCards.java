package org.coachbook.stripesimulator.paymentmethods;

import java.util.HashMap;
import java.util.Map;
import org.coachbook.stripesimulator.objects.Table;
import org.jspecify.annotations.Nullable;

/** The table of test cards, by name and by number. */
public final class TestCards {
    private static final String METHOD = "pm_card_";
    private static final String TOKEN = "tok_";

    private final Map<String, TestCard> cards = new HashMap<>();

    /** Reads the committed table. */
    public TestCards() {
        for (String[] row : Table.rows(TestCards.class, "test-cards.csv")) {
            for (String name : row[0].split(",")) {
                TestCard card = card(name, row);
                cards.put(METHOD + name, card);
                cards.put(TOKEN + name, card);
                cards.putIfAbsent(card.number(), card);
            }
        }
    }

    private static TestCard card(String name, String[] row) {
        return new TestCard(
                name, row[1], row[2], row[3], row[4], row[5].equals("required"), blank(row[6]), blank(row[7]), row[8]);
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The card of a {@code pm_card_…}, {@code tok_…} or number; null when there is none. */
    public @Nullable TestCard find(String nameOrNumber) {
        return cards.get(nameOrNumber.replace(" ", ""));
    }
}
