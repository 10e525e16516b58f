package org.coachbook.stripesimulator.idempotency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import org.coachbook.stripesimulator.http.Reply;

/** An answer kept for 24 hours. There are many and hardly any is asked for again, so they are kept compressed. */
record StoredReply(int status, String contentType, byte[] compressed) {
    static StoredReply of(Reply reply) {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
                out.write(reply.body());
            }
            return new StoredReply(reply.status(), reply.contentType(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
    }

    Reply restore(Map<String, String> headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        try (InflaterOutputStream out = new InflaterOutputStream(bytes)) {
            out.write(compressed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(status, contentType, bytes.toByteArray(), headers);
    }
}
