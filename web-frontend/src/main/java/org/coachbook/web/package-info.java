/** Builds the page. */
@NullMarked
package org.coachbook.web;

import org.jspecify.annotations.NullMarked;
