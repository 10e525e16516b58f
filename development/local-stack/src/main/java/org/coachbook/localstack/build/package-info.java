/** Compiling what is out of date and adding up test results. */
@NullMarked
package org.coachbook.localstack.build;

import org.jspecify.annotations.NullMarked;
