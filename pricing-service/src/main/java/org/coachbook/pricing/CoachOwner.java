package org.coachbook.pricing;

import jakarta.inject.Singleton;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;

/** What belongs to a coach alone: to everybody else it does not exist. */
@Singleton
public class CoachOwner {
    private final CurrentCaller caller;

    CoachOwner(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * @param what belongs to the coach, in the words of an answer: {@code rate card}
     * @throws org.coachbook.chassis.http.ProblemException 404 for anybody else, 403 for who is no coach
     */
    public void require(String coachId, String what) {
        Caller person = caller.get();
        if (!person.is(coachId)) {
            throw Problem.notFound(what).asException();
        }
        if (!person.hasRole("coach")) {
            throw Problem.notAllowed("Only coaches have a " + what + ".").asException();
        }
    }
}
