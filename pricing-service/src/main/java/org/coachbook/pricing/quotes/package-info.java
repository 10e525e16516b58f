/** Binding prices for a time. */
@NullMarked
package org.coachbook.pricing.quotes;

import org.jspecify.annotations.NullMarked;
