/** Calls to Stripe that change something: recorded first, made by workers, repeated safely. */
@NullMarked
package org.coachbook.payment.calls;

import org.jspecify.annotations.NullMarked;
