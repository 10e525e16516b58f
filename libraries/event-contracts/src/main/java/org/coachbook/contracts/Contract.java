package org.coachbook.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a message: its stable CloudEvents type and the topic it travels on. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contract {
    /** The CloudEvents {@code type}; it never changes for a released shape, a new meaning is a new {@code .vN}. */
    String type();

    /** The Kafka topic. */
    String topic();
}
