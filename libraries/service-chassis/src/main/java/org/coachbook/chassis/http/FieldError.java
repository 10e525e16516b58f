package org.coachbook.chassis.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path in the body ({@code duration.min}), or the parameter's name
 * @param message a sentence for a person
 */
public record FieldError(String field, String message) {}
