package org.coachbook.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body that does not tell its length, up to a limit. */
final class BoundedBody {
    private final Buffer read = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private final HttpServerRequest request;
    private final int limit;

    private BoundedBody(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The body; fails with {@link TooLarge} as soon as it is longer. */
    static Future<Buffer> of(HttpServerRequest request, int limit) {
        BoundedBody body = new BoundedBody(request, limit);
        request.handler(body::add);
        request.endHandler(_ -> body.whole.tryComplete(body.read));
        request.exceptionHandler(body.whole::tryFail);
        request.resume();
        return body.whole.future();
    }

    private void add(Buffer part) {
        if (read.length() + part.length() > limit) {
            request.handler(_ -> {});
            whole.tryFail(new TooLarge(limit));
        } else {
            read.appendBuffer(part);
        }
    }

    /** The body is longer than the limit. */
    static final class TooLarge extends RuntimeException {
        private final int limit;

        TooLarge(int limit) {
            super("longer than " + limit + " bytes", null, false, false);
            this.limit = limit;
        }

        int limit() {
            return limit;
        }
    }
}
