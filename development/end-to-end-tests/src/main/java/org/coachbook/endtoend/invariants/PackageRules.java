package org.coachbook.endtoend.invariants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Credits are what was paid for: none without Stripe's money, no money without credits, none used twice. */
final class PackageRules {
    private PackageRules() {}

    static Stream<String> violations(List<PackageFact> packages, List<IntentFact> intents) {
        Map<String, Long> kept = intents.stream()
                .filter(intent -> !intent.packageId().isEmpty())
                .collect(Collectors.groupingBy(IntentFact::packageId, Collectors.summingLong(IntentFact::kept)));
        Set<String> known = packages.stream().map(PackageFact::id).collect(Collectors.toSet());
        Stream<String> unknown = kept.keySet().stream()
                .filter(id -> !known.contains(id))
                .map(id -> "There is a payment for a package that nobody ordered: " + id);
        return Stream.concat(unknown, packages.stream().flatMap(each -> ofOne(each, kept.getOrDefault(each.id(), 0L))));
    }

    private static Stream<String> ofOne(PackageFact each, long kept) {
        return Stream.of(
                        rule(
                                each.paid() && kept + each.refunded() != each.price(),
                                "has credits that Stripe has no money for",
                                each,
                                kept),
                        rule(
                                !each.paid() && kept != 0,
                                "is paid at Stripe, but its credits were not granted",
                                each,
                                kept),
                        rule(
                                each.uses().size() > each.credits(),
                                "is used more often than it was paid for",
                                each,
                                kept),
                        rule(
                                each.uses().stream().distinct().count()
                                        != each.uses().size(),
                                "is used twice by one booking",
                                each,
                                kept))
                .flatMap(s -> s);
    }

    private static Stream<String> rule(boolean broken, String what, PackageFact each, long kept) {
        return broken ? Stream.of("Package " + what + ": " + each + ", kept " + kept) : Stream.empty();
    }
}
