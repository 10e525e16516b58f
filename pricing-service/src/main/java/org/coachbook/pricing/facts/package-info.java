/** What other services said about session types, schedules and connections. */
@NullMarked
package org.coachbook.pricing.facts;

import org.jspecify.annotations.NullMarked;
