/** The API's edge: keys, form parameters, routes, expansion and answers. */
@NullMarked
package org.coachbook.stripesimulator.http;

import org.jspecify.annotations.NullMarked;
