package org.coachbook.chassis.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says which field of a request is wrong, and how, without showing our classes. */
final class BadInput {
    private static final FieldError NO_BODY = new FieldError("body", "must be sent, as JSON");

    private BadInput() {}

    static Problem problemOf(JacksonException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? Problem.invalid(pathOf(mapping), messageOf(mapping))
                : Problem.invalid("body", "is not the JSON that is expected here");
    }

    static List<FieldError> fieldsOf(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(v -> isBody(v) ? NO_BODY : new FieldError(pathOf(v), v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    private static String messageOf(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a known field";
            case InvalidFormatException _ -> "has a value that is not allowed here";
            default -> "has the wrong type or is missing";
        };
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** Whether it is the body as a whole: of a method's parameters the one that is a record. */
    private static boolean isBody(ConstraintViolation<?> violation) {
        List<Path.Node> path = new ArrayList<>();
        violation.getPropertyPath().forEach(path::add);
        return path.size() == 2
                && path.getFirst() instanceof Path.MethodNode method
                && path.getLast() instanceof Path.ParameterNode parameter
                && method.getParameterTypes().get(parameter.getParameterIndex()).isRecord();
    }

    /**
     * The path below the method's parameter: {@code create.request.duration.min} reads {@code duration.min}. A node's
     * index is that of the list it is in, so it stands behind the name before it.
     */
    private static String pathOf(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }
}
