/** Commands about money. */
@NullMarked
package org.coachbook.contracts.payment;

import org.jspecify.annotations.NullMarked;
