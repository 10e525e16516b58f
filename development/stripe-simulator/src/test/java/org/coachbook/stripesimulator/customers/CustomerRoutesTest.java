package org.coachbook.stripesimulator.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import org.coachbook.stripesimulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CustomerRoutesTest {
    @RegisterExtension
    static final RunningSimulator STRIPE = new RunningSimulator();

    private final StripeClient stripe = STRIPE.sdk();

    @Test
    void a_customer_is_created_changed_and_deleted() throws Exception {
        Customer created = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setName("Zoë & Co")
                        .setEmail("zoe@example.com")
                        .build());
        Customer updated = stripe.v1()
                .customers()
                .update(
                        created.getId(),
                        CustomerUpdateParams.builder()
                                .setPhone("+41 44 000 00 00")
                                .build());
        assertThat(updated.getName()).isEqualTo("Zoë & Co");
        assertThat(updated.getPhone()).isEqualTo("+41 44 000 00 00");
        assertThat(stripe.v1().customers().delete(created.getId()).getDeleted()).isTrue();
        assertThat(stripe.v1().customers().retrieve(created.getId()).getDeleted())
                .isTrue();
        assertThat(stripe.v1().customers().list().getData()).isEmpty();
    }
}
