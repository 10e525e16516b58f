/** A stateful stand-in for Stripe's HTTP API and its webhooks, for local runs, tests and benchmarks. */
@NullMarked
package org.coachbook.stripesimulator;

import org.jspecify.annotations.NullMarked;
