/** A mail server that keeps what it is given as files. */
@NullMarked
package org.coachbook.localstack.mail;

import org.jspecify.annotations.NullMarked;
