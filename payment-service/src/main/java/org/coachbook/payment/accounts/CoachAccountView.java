package org.coachbook.payment.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A coach's account with Stripe as he sees it.
 *
 * @param url where he tells Stripe who he is; good for a few minutes, only when asked for
 * @param chargesEnabled whether he can be paid; nothing priced can be booked before
 * @param payoutsEnabled whether Stripe pays out to his bank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoachAccountView(@Nullable String url, boolean chargesEnabled, boolean payoutsEnabled) {}
