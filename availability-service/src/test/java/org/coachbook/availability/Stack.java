package org.coachbook.availability;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.coachbook.testing.ServiceStack;

/** A test of the running service with real MongoDB and Kafka. */
@QuarkusTest
@WithTestResource(
        value = ServiceStack.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "availability.commands,booking.replies,availability.events,wait-list.offers,"
                                + "schedule.changes,session-type.changes,connection.changes,connection.invitations"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stack {}
