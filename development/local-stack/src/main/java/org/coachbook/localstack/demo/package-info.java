/** One paid booking, step by step. */
@NullMarked
package org.coachbook.localstack.demo;

import org.jspecify.annotations.NullMarked;
