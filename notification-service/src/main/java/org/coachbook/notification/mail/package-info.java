/** E-mail: an outbox of jobs, and the worker that sends them. */
@NullMarked
package org.coachbook.notification.mail;

import org.jspecify.annotations.NullMarked;
