/** What payment-service announces to everybody. */
@NullMarked
package org.coachbook.contracts.payment.event;

import org.jspecify.annotations.NullMarked;
