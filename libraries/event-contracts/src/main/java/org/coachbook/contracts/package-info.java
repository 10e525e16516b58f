/** Every message that crosses a service border, one record each, and the topics they travel on. No behaviour lives here. */
@NullMarked
package org.coachbook.contracts;

import org.jspecify.annotations.NullMarked;
