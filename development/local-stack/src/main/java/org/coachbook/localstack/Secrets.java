package org.coachbook.localstack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.coachbook.localstack.stripe.StripeAccount;

/**
 * Secrets made for one run of the stack.
 *
 * @param encryptionKey 32 bytes in Base64; encrypts stored signing keys, so that they outlive a restart
 * @param shareKey 32 bytes in Base64; hides platform fee and payout in quotes, known to pricing and booking only
 * @param credentials per service
 */
record Secrets(
        String stripeSecretKey,
        String stripePublishableKey,
        Map<String, String> credentials,
        String adminPassword,
        String encryptionKey,
        String shareKey) {
    static Secrets random() {
        SecureRandom random = new SecureRandom();
        Map<String, String> credentials = new LinkedHashMap<>();
        ServiceDefinition.ALL.forEach(service -> credentials.put(service.name(), hex(random)));
        return new Secrets(
                "sk_test_" + hex(random),
                "pk_test_" + hex(random),
                credentials,
                hex(random),
                base64Key(random),
                base64Key(random));
    }

    /** The keys of this account in place of the simulator's. */
    Secrets with(StripeAccount account) {
        return new Secrets(
                account.secretKey(), account.publishableKey(), credentials, adminPassword, encryptionKey, shareKey);
    }

    String credential(String service) {
        return credentials.getOrDefault(service, "");
    }

    /** {@code booking-service:secret,…}, as the gateway reads it. */
    String allCredentials() {
        return credentials.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String base64Key(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
