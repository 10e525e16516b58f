/** What the browser's page needs to start. */
@NullMarked
package org.coachbook.gateway.page;

import org.jspecify.annotations.NullMarked;
