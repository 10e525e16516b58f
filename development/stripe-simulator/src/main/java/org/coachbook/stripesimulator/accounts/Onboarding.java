package org.coachbook.stripesimulator.accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.ApiRequest;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Page;
import org.coachbook.stripesimulator.http.Reply;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/**
 * Account links and login links (docs.stripe.com/api/account_links). Visiting an account link's URL completes the
 * onboarding, as a person would who gives all that is asked.
 */
public final class Onboarding {
    /** Where account links lead. */
    public static final String PATH = "/setup/e/";

    private static final Duration LINK_LIFE = Duration.ofMinutes(5);

    private record Link(String account, String returnUrl, String refreshUrl, long expires) {}

    private final Resources resources;
    private final Events events;
    private final Supplier<String> url;
    private final Map<String, Link> links = new HashMap<>();

    /** Links to pages at this simulator's URL. */
    public Onboarding(Resources resources, Events events, Supplier<String> url) {
        this.resources = resources;
        this.events = events;
        this.url = url;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/account_links", this::createLink),
                Route.of("POST", "/v1/accounts/{id}/login_links", this::createLoginLink));
    }

    private ObjectNode createLink(Call call) {
        String account = call.parameters().required("account");
        resources.referenced(call, ObjectType.ACCOUNT, account, "account");
        call.parameters().required("type");
        long now = resources.store().now();
        long expires = now + LINK_LIFE.toSeconds();
        String path = PATH + account + "/" + Ids.next("", 12);
        links.put(
                path,
                new Link(
                        account,
                        call.parameters().required("return_url"),
                        call.parameters().required("refresh_url"),
                        expires));
        return Json.object()
                .put("object", "account_link")
                .put("created", now)
                .put("expires_at", expires)
                .put("url", url.get() + path);
    }

    private ObjectNode createLoginLink(Call call) {
        StripeObject account = resources.require(call, ObjectType.ACCOUNT);
        if (!account.flag("details_submitted")) {
            throw StripeErrors.refused(
                    null, "Cannot create a login link for an account that has not completed onboarding.");
        }
        return Json.object()
                .put("object", "login_link")
                .put("created", resources.store().now())
                .put("url", url.get() + "/express/" + account.id() + "/" + Ids.next("", 12));
    }

    /** The page behind a link; null where there is none. A link serves once, and for five minutes. */
    public @Nullable Reply page(ApiRequest request) {
        if (request.path().startsWith("/express/")) {
            return Page.of(
                    "Express dashboard", "This is where a coach would see payouts and change bank details.", null);
        }
        Link link = links.remove(request.path());
        if (link == null) {
            return request.path().startsWith(PATH)
                    ? Page.of("Link used", "This onboarding link has been used. Ask for a new one.", null)
                    : null;
        }
        if (link.expires() < resources.store().now()) {
            return Page.of("Link expired", "This onboarding link has expired.", link.refreshUrl());
        }
        complete(resources.store().referenced(link.account()));
        return Page.of("Onboarding complete", "The account can now take payments and be paid out.", link.returnUrl());
    }

    private void complete(StripeObject account) {
        ObjectNode previous = Json.object();
        for (String field : List.of("charges_enabled", "details_submitted", "payouts_enabled", "capabilities")) {
            previous.set(field, account.get(field));
        }
        ObjectNode capabilities = AccountShape.activated(account);
        account.set("capabilities", capabilities)
                .set("charges_enabled", capabilities.has("card_payments"))
                .set("details_submitted", true)
                .set("external_accounts", AccountShape.externalAccounts(account, true))
                .set("payouts_enabled", capabilities.has("transfers"))
                .set("requirements", AccountShape.requirements(true));
        events.recordOn(account.id(), "account.updated", account, previous);
    }
}
