package org.coachbook.chassis.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the called method does not declare with {@link QueryParam}. */
class QueryParameters {
    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::namesOf);
        sent.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.invalid(name, "is not a known query parameter").asException();
        });
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .map(QueryParameters::nameOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String nameOf(Parameter parameter) {
        QueryParam annotation = parameter.getAnnotation(QueryParam.class);
        return annotation == null ? null : annotation.value();
    }
}
