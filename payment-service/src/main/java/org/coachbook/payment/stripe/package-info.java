/** The only door to Stripe: its official SDK, every failure told apart by what it means for us. */
@NullMarked
package org.coachbook.payment.stripe;

import org.jspecify.annotations.NullMarked;
