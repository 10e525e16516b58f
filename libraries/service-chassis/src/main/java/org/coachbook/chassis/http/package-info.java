/** Problems, strict JSON, paging and preconditions: HTTP as all services speak it. */
@NullMarked
package org.coachbook.chassis.http;

import org.jspecify.annotations.NullMarked;
