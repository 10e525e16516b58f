package org.coachbook.stripesimulator.objects;

import com.fasterxml.jackson.databind.JsonNode;

/** What a list can page through. */
public interface Listed {
    /** Its id, the cursor of a page. */
    String id();

    /** Its place in the order of creation. */
    long position();

    /** When it was created, in Unix seconds. */
    long created();

    /** Its JSON as the API shows it. */
    JsonNode render();
}
