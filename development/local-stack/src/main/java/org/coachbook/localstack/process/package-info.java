/** The processes of the stack and the record of them. */
@NullMarked
package org.coachbook.localstack.process;

import org.jspecify.annotations.NullMarked;
