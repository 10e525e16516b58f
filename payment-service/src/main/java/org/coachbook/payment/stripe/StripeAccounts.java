package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Account;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountCreateParams.Settings.Payouts;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountListParams;
import com.stripe.service.AccountLinkService;
import com.stripe.service.AccountService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Coaches' express accounts with {@code card_payments} and {@code transfers}; their payouts are ours to start. */
@Singleton
public class StripeAccounts {
    private static final String COACH_ID = "coachId";

    private final AccountService accounts;
    private final AccountLinkService links;
    private final Attempts attempts;

    StripeAccounts(StripeClient client, Attempts attempts) {
        this.accounts = client.v1().accounts();
        this.links = client.v1().accountLinks();
        this.attempts = attempts;
    }

    /** Makes the coach's account. */
    public Attempt<AccountState> create(String coachId, String key) {
        Payouts manual = Payouts.builder()
                .setSchedule(Payouts.Schedule.builder()
                        .setInterval(Payouts.Schedule.Interval.MANUAL)
                        .build())
                .build();
        AccountCreateParams express = AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.EXPRESS)
                .setCapabilities(capabilities())
                .setSettings(AccountCreateParams.Settings.builder()
                        .setPayouts(manual)
                        .build())
                .putMetadata(COACH_ID, coachId)
                .build();
        return attempts.make("create-account", () -> accounts.create(express, StripeIntents.options(key)))
                .map(StripeAccounts::state);
    }

    private static Capabilities capabilities() {
        return Capabilities.builder()
                .setCardPayments(
                        Capabilities.CardPayments.builder().setRequested(true).build())
                .setTransfers(
                        Capabilities.Transfers.builder().setRequested(true).build())
                .build();
    }

    /** Reads it. */
    public Attempt<AccountState> retrieve(String accountId) {
        return attempts.make("retrieve-account", () -> accounts.retrieve(accountId))
                .map(StripeAccounts::state);
    }

    /** The account of this coach made since then, if Stripe has one. */
    public Attempt<Optional<AccountState>> find(String coachId, Instant since) {
        AccountListParams madeSince = AccountListParams.builder()
                .setCreated(AccountListParams.Created.builder()
                        .setGte(since.minusSeconds(60).getEpochSecond())
                        .build())
                .setLimit(100L)
                .build();
        return attempts.make("find-account", () -> StreamSupport.stream(
                        accounts.list(madeSince).autoPagingIterable().spliterator(), false)
                .filter(a -> coachId.equals(a.getMetadata().get(COACH_ID)))
                .findFirst()
                .map(StripeAccounts::state));
    }

    /** A link under which the coach tells Stripe who he is; good for a few minutes and one visit. */
    public Attempt<String> onboardingLink(String accountId, String returnUrl) {
        AccountLinkCreateParams parameters = AccountLinkCreateParams.builder()
                .setAccount(accountId)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setRefreshUrl(returnUrl)
                .setReturnUrl(returnUrl)
                .build();
        return attempts.make("account-link", () -> links.create(parameters).getUrl());
    }

    private static AccountState state(Account account) {
        return new AccountState(
                account.getId(),
                Boolean.TRUE.equals(account.getChargesEnabled()),
                Boolean.TRUE.equals(account.getPayoutsEnabled()));
    }
}
