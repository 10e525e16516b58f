/** The whole system on one machine: what runs, where, and how it is started and stopped. */
@NullMarked
package org.coachbook.localstack;

import org.jspecify.annotations.NullMarked;
