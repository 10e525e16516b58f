package org.coachbook.stripesimulator.http;

import org.jspecify.annotations.Nullable;

/** The simulator's small pages for persons. */
public final class Page {
    private static final String STYLE = """
            :root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
            body{max-width:72rem;margin:3rem auto;padding:0 1.25rem}
            h1{font-size:1.5rem;color:#635bff}h2{font-size:1.05rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%;font-size:.875rem}
            th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}
            code{font-size:.85em}a{color:#635bff}
            """;

    private Page() {}

    /** A page of one sentence, which goes on to another address if there is one. */
    public static Reply of(String title, String text, @Nullable String next) {
        String onward = next == null ? "" : "<p><a href=\"" + escape(next) + "\">Continue</a></p>";
        String refresh = next == null ? "" : "<meta http-equiv=\"refresh\" content=\"1;url=" + escape(next) + "\">";
        return Reply.page(html(title, refresh, "<p>" + escape(text) + "</p>" + onward));
    }

    /** A page with a body already in HTML. */
    public static String html(String title, String head, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title) + "</title><style>"
                + STYLE + "</style>" + head + "</head><body><main><h1>" + escape(title) + "</h1>" + body
                + "</main></body></html>";
    }

    /** Text as it may stand in HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
