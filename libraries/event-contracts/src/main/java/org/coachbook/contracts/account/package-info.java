/** Compacted facts about accounts and connections, without names or addresses. */
@NullMarked
package org.coachbook.contracts.account;

import org.jspecify.annotations.NullMarked;
