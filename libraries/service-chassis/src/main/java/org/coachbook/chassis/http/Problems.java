package org.coachbook.chassis.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps everything that can end a request to a problem; nothing else writes an error answer. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        return answer(Problem.invalid(BadInput.fieldsOf(e)));
    }

    @ServerExceptionMapper
    Response wrongShape(MismatchedInputException e) {
        return answer(BadInput.problemOf(e));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        return e.getCause() instanceof JacksonException json
                ? answer(BadInput.problemOf(json))
                : answer(HttpProblems.of(e.getResponse().getStatus()));
    }

    /** The database is away or too slow: the caller may try again, idempotently. */
    @ServerExceptionMapper
    Response database(MongoException e) {
        LOG.error("The database did not serve a request", e);
        return answer(Problem.tryAgain());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("A request failed unexpectedly", e);
        return answer(Problem.of(500, "internal", "Something went wrong on our side. We have been told; try again."));
    }

    static Response answer(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == 503 || problem.status() == 429
                ? response.header("Retry-After", 1).build()
                : response.build();
    }
}
