/** People who exist only in a local stack. */
@NullMarked
package org.coachbook.localstack.accounts;

import org.jspecify.annotations.NullMarked;
