/** What Stripe tells us: verified, stored, answered at once, processed from our own store. */
@NullMarked
package org.coachbook.payment.webhooks;

import org.jspecify.annotations.NullMarked;
