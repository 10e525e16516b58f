package org.coachbook.pricing.invoices;

import java.security.SecureRandom;
import java.util.Random;

/**
 * Draws the six letters that name the part of a font that is embedded in a document (ISO 32000 §9.9.2). They need not be
 * secret, but the same whenever the document is printed, and others in another one, so that both can be bound together.
 */
final class SubsetTags extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random letters;

    SubsetTags(String documentId) {
        this.letters = new Random(documentId.hashCode());
    }

    @Override
    public double nextDouble() {
        return letters.nextDouble();
    }
}
