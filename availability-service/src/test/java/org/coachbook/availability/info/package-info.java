@NullMarked
package org.coachbook.availability.info;

import org.jspecify.annotations.NullMarked;
