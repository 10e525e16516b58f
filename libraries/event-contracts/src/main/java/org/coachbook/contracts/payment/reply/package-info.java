/** What payment-service answers to the saga. */
@NullMarked
package org.coachbook.contracts.payment.reply;

import org.jspecify.annotations.NullMarked;
