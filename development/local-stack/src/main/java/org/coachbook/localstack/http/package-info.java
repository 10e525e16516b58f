/** A small JSON client. */
@NullMarked
package org.coachbook.localstack.http;

import org.jspecify.annotations.NullMarked;
