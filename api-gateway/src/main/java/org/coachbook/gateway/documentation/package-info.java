/** The API's description, merged from all services, and the page to browse it. */
@NullMarked
package org.coachbook.gateway.documentation;

import org.jspecify.annotations.NullMarked;
