/** The route table, and the way of a request to the service that owns it. */
@NullMarked
package org.coachbook.gateway.proxy;

import org.jspecify.annotations.NullMarked;
