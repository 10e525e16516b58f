/** PaymentIntents from creation over confirmation and 3-D Secure to capture or cancellation. */
@NullMarked
package org.coachbook.stripesimulator.paymentintents;

import org.jspecify.annotations.NullMarked;
