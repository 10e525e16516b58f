/** Payment methods and Stripe's test cards. */
@NullMarked
package org.coachbook.stripesimulator.paymentmethods;

import org.jspecify.annotations.NullMarked;
