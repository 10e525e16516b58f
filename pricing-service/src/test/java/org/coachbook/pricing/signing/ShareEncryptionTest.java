package org.coachbook.pricing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.contracts.pricing.Vat;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class ShareEncryptionTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Instant START = Instant.parse("2027-03-08T08:00:00Z");

    @Test
    void the_library_of_the_reader_finds_quote_fee_and_payout() throws JoseException {
        JsonWebEncryption read = new JsonWebEncryption();
        read.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "dir"));
        read.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "A256GCM"));
        read.setCompactSerialization(ShareEncryption.with(Optional.of(KEY)).encrypt(quote(900, 5_100)));
        read.setKey(new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES"));

        assertThat(read.getPayload().strip())
                .isEqualTo(
                        "{\"quoteId\":\"0197b0f4-7d5e-7000-8000-000000000000\",\"platformFee\":900,\"payout\":5100}");
    }

    @Test
    void shares_tell_nothing_by_their_length_nor_by_being_equal() {
        ShareEncryption shares = ShareEncryption.with(Optional.of(KEY));
        String small = shares.encrypt(quote(0, 5));
        assertThat(shares.encrypt(quote(Long.MAX_VALUE, Long.MAX_VALUE))).hasSameSizeAs(small);
        assertThat(shares.encrypt(quote(0, 5))).isNotEqualTo(small);
    }

    @Test
    void without_a_key_of_32_bytes_the_service_does_not_start_and_says_what_to_do() {
        assertRefused(Optional.empty());
        assertRefused(Optional.of("c2hvcnQ="));
        assertRefused(Optional.of("not Base64 at all"));
    }

    private static void assertRefused(Optional<String> key) {
        assertThatThrownBy(() -> ShareEncryption.with(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COACHBOOK_QUOTES_SHARE_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    private static Quote quote(long platformFee, long payout) {
        Price price = new Price("CHF", 5, List.of(), 5, 5, new Vat("0", 0, true), 5);
        String id = "0197b0f4-7d5e-7000-8000-000000000000";
        return new Quote(
                id,
                "c",
                "coach",
                "type",
                1,
                START,
                60,
                null,
                1,
                null,
                price,
                List.of(),
                List.of(),
                platformFee,
                payout,
                START);
    }
}
