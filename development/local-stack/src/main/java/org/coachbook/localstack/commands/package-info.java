/** The commands of {@code ./coachbook}. */
@NullMarked
package org.coachbook.localstack.commands;

import org.jspecify.annotations.NullMarked;
