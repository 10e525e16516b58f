package org.coachbook.pricing.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The library that readers use is the judge of what is written here. */
class CompactJwsTest {
    private static final String PAYLOAD = "{\"name\":\"Fr\u00fchb\u00e4r \u2192 \ud83d\udc3b\"}";

    private final KeyPairs pairs = new KeyPairs(KeyEncryption.ephemeral());
    private final SigningKeyDocument stored = pairs.make(1, Instant.EPOCH);
    private final KeyPairs.Usable key = pairs.open(stored).orElseThrow();

    @Test
    void a_reader_finds_payload_type_and_key_id() throws JoseException {
        JsonWebSignature read = read(CompactJws.of("quote+jwt", PAYLOAD, key));

        assertThat(read.verifySignature()).isTrue();
        assertThat(read.getPayload()).isEqualTo(PAYLOAD);
        assertThat(read.getAlgorithmHeaderValue()).isEqualTo("ES256");
        assertThat(read.getKeyIdHeaderValue()).isEqualTo(stored.keyId());
        assertThat(read.getHeader("typ")).isEqualTo("quote+jwt");
    }

    @Test
    void another_payload_under_the_same_signature_is_not_believed() throws JoseException {
        String[] parts = CompactJws.of("quote+jwt", PAYLOAD, key).split("\\.");
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString("{}".getBytes());

        assertThat(read(parts[0] + '.' + other + '.' + parts[2]).verifySignature())
                .isFalse();
    }

    @Test
    void a_signature_of_another_key_is_not_believed() throws JoseException {
        KeyPairs.Usable stranger = pairs.open(pairs.make(2, Instant.EPOCH)).orElseThrow();

        assertThat(read(CompactJws.of("quote+jwt", PAYLOAD, stranger)).verifySignature())
                .isFalse();
    }

    private JsonWebSignature read(String token) throws JoseException {
        Key published =
                PublicJsonWebKey.Factory.newPublicJwk(stored.publicKey()).getPublicKey();
        JsonWebSignature read = new JsonWebSignature();
        read.setCompactSerialization(token);
        read.setKey(published);
        return read;
    }
}
