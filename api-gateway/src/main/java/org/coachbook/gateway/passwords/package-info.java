/** Which passwords are taken, and how they are kept (Argon2id). */
@NullMarked
package org.coachbook.gateway.passwords;

import org.jspecify.annotations.NullMarked;
