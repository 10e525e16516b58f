/** The proof: the six packaged services as processes, driven through the gateway. */
@NullMarked
package org.coachbook.endtoend;

import org.jspecify.annotations.NullMarked;
