/** What the tests of payment-service share: real stores, a simulated Stripe, and journeys of a payment. */
@NullMarked
package org.coachbook.payment;

import org.jspecify.annotations.NullMarked;
