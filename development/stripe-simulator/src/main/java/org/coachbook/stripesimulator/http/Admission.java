package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Lets a request in: a key that may call the route, an account it has access to, and parameters the route knows. */
public record Admission(ApiKeys keys, Routes routes, AllowedParameters allowed, Store store) {
    /**
     * The call a request is.
     *
     * @throws org.coachbook.stripesimulator.errors.StripeError 401, 403, 404 or 400, before anything is executed
     */
    Call admit(ApiRequest request) {
        ObjectNode values = FormParameters.none();
        FormParameters.parse(request.query(), values);
        FormParameters.parse(request.body(), values);
        Parameters parameters = new Parameters(values);
        boolean publishable = keys.isPublishable(request.header("authorization"), parameters.text("key"));
        Routes.Match match = routes.find(request.method(), request.path());
        Route route = match.route();
        if (publishable && !route.publishable()) {
            throw StripeErrors.secretKeyRequired();
        }
        allowed.check(route.key(), values);
        String account = account(request.header("stripe-account"));
        return new Call(route, request, match.ids(), parameters, account, publishable);
    }

    private @Nullable String account(@Nullable String id) {
        if (id == null) {
            return null;
        }
        StripeObject account = store.find(ObjectType.ACCOUNT, id);
        if (account == null || account.flag("deleted")) {
            throw StripeErrors.noAccess(id);
        }
        return id;
    }
}
