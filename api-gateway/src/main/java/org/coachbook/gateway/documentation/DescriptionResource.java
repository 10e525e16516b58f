package org.coachbook.gateway.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The whole API as one OpenAPI description. */
@Path("/api/openapi.json")
@Tag(name = "Documentation")
@RunOnVirtualThread
public class DescriptionResource {
    private static final List<String> MODULES = List.of(
            "api-gateway",
            "availability-service",
            "booking-service",
            "pricing-service",
            "payment-service",
            "notification-service");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    private final String whole;

    /** Merges the descriptions that the services committed; they are part of this build. */
    DescriptionResource() {
        MergedDescription merged = new MergedDescription();
        for (String module : MODULES) {
            JsonNode description = read(module);
            if (description != null) {
                merged.add(module.replace("-service", ""), description);
            }
        }
        this.whole = merged.whole().toString();
    }

    /** OpenAPI 3.1, browsable at {@code /api/docs}. */
    @GET
    @Public
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The whole API, as OpenAPI")
    public String description() {
        return whole;
    }

    private @Nullable JsonNode read(String module) {
        try (InputStream file =
                DescriptionResource.class.getResourceAsStream("/descriptions/" + module + "/openapi.yaml")) {
            return file == null ? null : yaml.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The description of " + module + " cannot be read", e);
        }
    }
}
