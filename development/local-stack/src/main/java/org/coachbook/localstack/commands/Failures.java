package org.coachbook.localstack.commands;

/** Says what went wrong in a line or two. */
final class Failures {
    private Failures() {}

    /** The message; with the stack trace when {@code COACHBOOK_DEBUG} is set. */
    static String explain(Throwable failure) {
        if (System.getenv("COACHBOOK_DEBUG") != null) {
            java.io.StringWriter trace = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(trace));
            return trace.toString();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
