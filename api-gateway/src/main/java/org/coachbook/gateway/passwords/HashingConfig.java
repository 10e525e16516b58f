package org.coachbook.gateway.passwords;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Cost of Argon2id. The default is one of the equal choices of the OWASP Password Storage Cheat Sheet: about 40 ms of
 * one core. Raising it later re-hashes nobody: a hash carries its own parameters.
 */
@ConfigMapping(prefix = "coachbook.passwords")
public interface HashingConfig {
    /** Memory in KiB. */
    @WithDefault("9216")
    int memoryKib();

    /** Passes over the memory. */
    @WithDefault("4")
    int iterations();

    /** Lanes. */
    @WithDefault("1")
    int parallelism();

    /** How many hashes are computed at the same time; 0 is half of the cores. */
    @WithDefault("0")
    int concurrency();

    /** How many may wait for their turn; one more is told to try again. */
    @WithDefault("128")
    int waiting();
}
