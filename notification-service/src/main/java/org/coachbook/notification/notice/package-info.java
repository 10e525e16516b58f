/** Who is told what, in which words: the framework-free core of the service. */
@NullMarked
package org.coachbook.notification.notice;

import org.jspecify.annotations.NullMarked;
