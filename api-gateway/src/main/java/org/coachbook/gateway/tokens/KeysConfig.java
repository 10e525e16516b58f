package org.coachbook.gateway.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Signing keys and access tokens. */
@ConfigMapping(prefix = "coachbook.keys")
public interface KeysConfig {
    /** 32 bytes in base64 that encrypt the private keys at rest; may be left out only on loopback. */
    Optional<String> encryptionKey();

    /** How long a key signs. */
    @WithDefault("P30D")
    Duration rotation();

    /** How long a new key is published before it signs. */
    @WithDefault("PT10M")
    Duration lead();

    /** How long a key stays published after its successor took over. */
    @WithDefault("PT1H")
    Duration retention();

    /** How long an access token lives. */
    @WithDefault("PT5M")
    Duration tokenLife();
}
