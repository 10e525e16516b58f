/** What must hold after every run, read from the stores and the Stripe simulator, not from the services. */
@NullMarked
package org.coachbook.endtoend.invariants;

import org.jspecify.annotations.NullMarked;
