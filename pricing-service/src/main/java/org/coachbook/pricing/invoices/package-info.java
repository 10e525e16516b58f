/** Invoices for what was paid and credit notes for what went back, numbered without gaps. */
@NullMarked
package org.coachbook.pricing.invoices;

import org.jspecify.annotations.NullMarked;
