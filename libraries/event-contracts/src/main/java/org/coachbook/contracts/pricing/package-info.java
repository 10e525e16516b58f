/** The price as it is quoted, signed and charged. */
@NullMarked
package org.coachbook.contracts.pricing;

import org.jspecify.annotations.NullMarked;
