/** Who somebody is on his invoices. */
@NullMarked
package org.coachbook.pricing.billing;

import org.jspecify.annotations.NullMarked;
