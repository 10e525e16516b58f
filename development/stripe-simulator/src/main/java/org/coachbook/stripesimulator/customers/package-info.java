/** Customers. */
@NullMarked
package org.coachbook.stripesimulator.customers;

import org.jspecify.annotations.NullMarked;
