package org.coachbook.gateway.door;

import java.util.Set;

/** Which file is served for a path: the page's own paths all show the page, which shows what the address says. */
final class PagePaths {
    static final String PAGE = "/index.html";
    static final String DOCUMENTATION = "/api/docs";
    static final String DOCUMENTATION_FILES = "/docs/";

    private static final Set<String> NOT_THE_PAGES =
            Set.of("api", "internal", "operations", "feeds", "ws", "q", ".well-known", "webjars", "docs");

    private PagePaths() {}

    /** The path whose file or resource answers; mostly the same. */
    static String served(String method, String path) {
        if (!method.equals("GET")) {
            return path;
        }
        if (path.equals(DOCUMENTATION) || path.equals(DOCUMENTATION + "/")) {
            return DOCUMENTATION_FILES + "index.html";
        }
        return isPage(path) ? PAGE : path;
    }

    private static boolean isPage(String path) {
        String first = path.substring(1).split("/", 2)[0];
        boolean file = path.substring(path.lastIndexOf('/') + 1).contains(".");
        return !file && !NOT_THE_PAGES.contains(first);
    }
}
