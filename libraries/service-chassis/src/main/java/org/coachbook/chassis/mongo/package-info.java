/** The service's own database, with the write and read concerns that decisions need. */
@NullMarked
package org.coachbook.chassis.mongo;

import org.jspecify.annotations.NullMarked;
