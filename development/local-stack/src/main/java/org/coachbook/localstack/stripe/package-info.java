/** What Stripe, or its simulator, has to be told at start. */
@NullMarked
package org.coachbook.localstack.stripe;

import org.jspecify.annotations.NullMarked;
