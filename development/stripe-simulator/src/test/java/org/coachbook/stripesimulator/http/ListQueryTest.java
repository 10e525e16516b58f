package org.coachbook.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListQueryTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    private List<String> customers(int count, String email) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(stripe.v1()
                    .customers()
                    .create(CustomerCreateParams.builder().setEmail(email).build())
                    .getId());
        }
        return ids;
    }

    private static CustomerListParams.Builder of(String email) {
        return CustomerListParams.builder().setEmail(email).setLimit(2L);
    }

    @Test
    void pages_go_from_new_to_old_and_back() throws Exception {
        List<String> ids = customers(5, "a@example.com");
        customers(2, "b@example.com");
        StripeCollection<Customer> first =
                stripe.v1().customers().list(of("a@example.com").build());
        assertThat(first.getHasMore()).isTrue();
        assertThat(first.getUrl()).isEqualTo("/v1/customers");
        assertThat(first.getData()).extracting(Customer::getId).containsExactly(ids.get(4), ids.get(3));
        StripeCollection<Customer> last = stripe.v1()
                .customers()
                .list(of("a@example.com").setStartingAfter(ids.get(1)).build());
        assertThat(last.getHasMore()).isFalse();
        assertThat(last.getData()).extracting(Customer::getId).containsExactly(ids.getFirst());
        StripeCollection<Customer> back = stripe.v1()
                .customers()
                .list(of("a@example.com").setEndingBefore(ids.get(1)).build());
        assertThat(back.getHasMore()).isTrue();
        assertThat(back.getData()).extracting(Customer::getId).containsExactly(ids.get(3), ids.get(2));
    }

    @Test
    void the_sdk_pages_through_everything_by_itself() throws Exception {
        List<String> ids = customers(7, "c@example.com");
        List<String> seen = new ArrayList<>();
        stripe.v1()
                .customers()
                .list(of("c@example.com").build())
                .autoPagingIterable()
                .forEach(customer -> seen.add(customer.getId()));
        assertThat(seen).containsExactlyElementsOf(ids.reversed());
    }

    @Test
    void limits_and_cursors_are_checked() {
        var params = CustomerListParams.builder().setLimit(101L).build();
        var limit = catchThrowableOfType(
                InvalidRequestException.class, () -> stripe.v1().customers().list(params));
        assertThat(limit.getParam()).isEqualTo("limit");
        var cursor = CustomerListParams.builder().setStartingAfter("cus_nobody").build();
        var unknown = catchThrowableOfType(
                InvalidRequestException.class, () -> stripe.v1().customers().list(cursor));
        assertThat(unknown.getCode()).isEqualTo("resource_missing");
        assertThat(unknown.getParam()).isEqualTo("starting_after");
    }

    @Test
    void listed_objects_are_expanded_and_what_cannot_be_is_refused() throws Exception {
        STRIPE.captured(RunningSimulator.manual());
        var expanded = stripe.v1()
                .charges()
                .list(ChargeListParams.builder()
                        .addExpand("data.balance_transaction")
                        .addExpand("data.payment_intent")
                        .build());
        Charge charge = expanded.getData().getFirst();
        assertThat(charge.getBalanceTransactionObject().getNet()).isEqualTo(10_457);
        assertThat(charge.getPaymentIntentObject().getStatus()).isEqualTo("succeeded");
        assertThat(stripe.v1().charges().retrieve(charge.getId()).getBalanceTransactionObject())
                .isNull();
        var refused = catchThrowableOfType(InvalidRequestException.class, () -> stripe.v1()
                .charges()
                .list(ChargeListParams.builder().addExpand("data.colour").build()));
        assertThat(refused).hasMessageContaining("This property cannot be expanded (data.colour)");
    }
}
