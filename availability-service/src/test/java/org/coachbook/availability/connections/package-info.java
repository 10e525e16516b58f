@NullMarked
package org.coachbook.availability.connections;

import org.jspecify.annotations.NullMarked;
