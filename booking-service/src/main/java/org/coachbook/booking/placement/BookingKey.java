package org.coachbook.booking.placement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Quote;
import org.jspecify.annotations.Nullable;

/** One idempotency key, one booking: the key makes the id, and a hash of the order tells a repeat from a reuse. */
final class BookingKey {
    private static final String ROUTE = "POST /api/bookings";
    private static final int ID_BYTES = 16;

    private BookingKey() {}

    /** The id of the booking that this client places under this key: 32 hex digits of an HMAC-SHA256. */
    static String idOf(String clientId, String idempotencyKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(clientId), "HmacSHA256"));
            byte[] digest = mac.doFinal(utf8(ROUTE + "\n" + idempotencyKey));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** A hash of everything that makes the order, with the quote's price but not the quote's signature. */
    static String hashOf(PlaceBooking order, @Nullable Quote quote) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts(order, quote)) {
                byte[] bytes = utf8(String.valueOf(part));
                digest.update(utf8(bytes.length + ":"));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Object[] parts(PlaceBooking order, @Nullable Quote quote) {
        Price price = quote == null ? null : quote.price();
        return new Object[] {
            order.coachId(),
            order.sessionTypeId(),
            order.start(),
            order.durationMinutes(),
            absentAsEmpty(order.holdId()),
            absentAsEmpty(order.title()),
            absentAsEmpty(order.notes()),
            order.timeZone(),
            price == null ? "" : price.currency(),
            price == null ? "" : price.total()
        };
    }

    private static String absentAsEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
