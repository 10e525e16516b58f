/** Stripe's objects in memory: their shapes, ids, collections and the lists that page through them. */
@NullMarked
package org.coachbook.stripesimulator.objects;

import org.jspecify.annotations.NullMarked;
