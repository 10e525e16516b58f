/** Live frames over WebSocket. */
@NullMarked
package org.coachbook.notification.live;

import org.jspecify.annotations.NullMarked;
