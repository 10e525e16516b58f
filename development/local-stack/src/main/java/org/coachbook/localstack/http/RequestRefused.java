package org.coachbook.localstack.http;

import java.net.URI;

/** The API answered with a status of 400 or more. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RequestRefused(String method, URI url, int status, String body) {
        super(method + " " + url + " answered " + status + ": " + body);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
