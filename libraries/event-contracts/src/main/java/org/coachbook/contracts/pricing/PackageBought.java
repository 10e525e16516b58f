package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A client has paid for a package, and its credits are granted. It names the client, which public topics do not.
 *
 * @param amount what was paid, minor units of {@code currency}
 */
@Contract(type = "pricing.package-bought.v1", topic = Topics.PACKAGE_PURCHASES)
public record PackageBought(String packageId, String coachId, String clientId, long amount, String currency) {}
