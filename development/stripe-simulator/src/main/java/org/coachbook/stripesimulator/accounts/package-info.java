/** Connected accounts, their capabilities, onboarding and login links. */
@NullMarked
package org.coachbook.stripesimulator.accounts;

import org.jspecify.annotations.NullMarked;
