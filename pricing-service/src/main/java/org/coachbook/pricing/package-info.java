/** The price's truth: rate cards, signed quotes, promotions, invoices. */
@NullMarked
package org.coachbook.pricing;

import org.jspecify.annotations.NullMarked;
