/** What an operator can ask the service about itself. */
@NullMarked
package org.coachbook.availability.info;

import org.jspecify.annotations.NullMarked;
