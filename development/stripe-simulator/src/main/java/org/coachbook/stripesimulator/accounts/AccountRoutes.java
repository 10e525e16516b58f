package org.coachbook.stripesimulator.accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** {@code /v1/accounts} (docs.stripe.com/api/accounts). */
public final class AccountRoutes {
    private static final ObjectType TYPE = ObjectType.ACCOUNT;
    private static final String PLATFORM_COUNTRY = "CH";
    private static final Map<String, String> CURRENCIES = Map.of("CH", "chf", "LI", "chf", "GB", "gbp", "US", "usd");

    private final Resources resources;
    private final Events events;

    /** Routes over the accounts. */
    public AccountRoutes(Resources resources, Events events) {
        this.resources = resources;
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/accounts", this::create),
                Route.of("GET", "/v1/accounts", call -> resources.list(call, TYPE)),
                Route.of("GET", "/v1/accounts/{id}", call -> account(call).render()),
                Route.of("GET", "/v1/account", this::own),
                Route.of("POST", "/v1/accounts/{id}", this::update),
                Route.of("DELETE", "/v1/accounts/{id}", this::delete));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        String country = parameters.text("country", PLATFORM_COUNTRY).toUpperCase(Locale.ROOT);
        String currency = parameters.text("default_currency", CURRENCIES.getOrDefault(country, "eur"));
        StripeObject account = resources.store().draft(TYPE, null, TYPE.idPrefix());
        account.set("country", country)
                .set("default_currency", currency)
                .set("requirements", AccountShape.requirements(false))
                .set("type", parameters.text("type", "none"));
        account.set("external_accounts", AccountShape.externalAccounts(account, false));
        apply(parameters, account);
        return resources.store().add(account).render();
    }

    private static void apply(Parameters parameters, StripeObject account) {
        Attributes.copy(parameters, account, "email", "business_type");
        Attributes.mergeMetadata(parameters, account);
        if (parameters.has("capabilities")) {
            account.set("capabilities", AccountShape.capabilities(account, parameters.nested("capabilities")));
        }
        if (parameters.has("settings")) {
            account.set("settings", AccountShape.settings(account, parameters.nested("settings")));
        }
        if (parameters.has("business_profile")) {
            ObjectNode profile = account.get("business_profile").deepCopy();
            profile.setAll(parameters.nested("business_profile").json());
            account.set("business_profile", profile);
        }
    }

    private ObjectNode update(Call call) {
        StripeObject account = account(call);
        apply(call.parameters(), account);
        events.recordOn(account.id(), "account.updated", account, Json.object());
        return account.render();
    }

    private ObjectNode delete(Call call) {
        StripeObject account = account(call);
        resources.store().delete(account);
        return Json.object().put("id", account.id()).put("object", "account").put("deleted", true);
    }

    private ObjectNode own(Call call) {
        return call.account() == null
                ? platform()
                : resources.store().referenced(call.account()).render();
    }

    private static ObjectNode platform() {
        return Json.object()
                .put("id", "acct_coachbookplatform")
                .put("object", "account")
                .put("charges_enabled", true)
                .put("country", PLATFORM_COUNTRY)
                .put("default_currency", "chf")
                .put("details_submitted", true)
                .put("payouts_enabled", true)
                .put("type", "standard");
    }

    /** An account the platform has no access to is refused as one that does not exist: 403. */
    private StripeObject account(Call call) {
        @Nullable StripeObject account = resources.store().find(TYPE, call.id());
        if (account == null || account.flag("deleted")) {
            throw StripeErrors.noAccess(call.id());
        }
        return account;
    }
}
