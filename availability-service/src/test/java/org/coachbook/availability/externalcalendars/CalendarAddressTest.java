package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarAddressTest {
    private static final String SECRET = "https://calendar.example/private-5c1f/basic.ics?key=5c1f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://calendar.example/a.ics",
                "ftp://calendar.example/a.ics",
                "file:///etc/passwd",
                "calendar.example/a.ics",
                "https://user:word@calendar.example/a.ics",
                "https:///a.ics",
                "https://10.0.0.1/a.ics",
                "https://[::1]/a.ics",
                "https://[fd00::1]:8443/a.ics",
                "https://169.254.169.254/latest",
                "https://localhost/a.ics",
                "https://a.localhost./a.ics",
                "https://calendar.example:70000/a.ics",
                "not an address"
            })
    void what_is_no_public_https_address_is_refused(String typed) {
        assertThat(CalendarAddress.of(typed).problem(false)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "webcal://calendar.example/a.ics", " HTTPS://1.1.1.1:8443/a.ics "})
    void others_may_be_asked(String typed) {
        assertThat(CalendarAddress.of(typed).problem(false)).isNull();
    }

    @Test
    void in_text_it_shows_its_host_alone() {
        assertThat(CalendarAddress.of(SECRET)).hasToString("https://calendar.example/…");
    }

    @Test
    void a_name_is_admitted_when_all_its_machines_are_public_and_the_first_one_is_asked() throws Exception {
        var admitted = guard("8.8.8.8", "2606:4700::1111").admit(CalendarAddress.of(SECRET));
        assertThat(admitted.machine()).isEqualTo(InetAddress.ofLiteral("8.8.8.8"));
        assertThat(admitted.host()).isEqualTo("calendar.example");
        assertThat(admitted.path()).isEqualTo("/private-5c1f/basic.ics?key=5c1f");
        unreachable(() -> guard("8.8.8.8", "192.168.0.7").admit(CalendarAddress.of(SECRET)));
        unreachable(() -> guard("127.0.0.1").admit(CalendarAddress.of(SECRET)));
        unreachable(() -> guard().admit(CalendarAddress.of(SECRET)));
        unreachable(() -> guard("8.8.8.8").admit(CalendarAddress.of("http://calendar.example/")));
    }

    @Test
    void with_loopback_this_machine_may_be_asked_and_no_other_one_without_tls() throws Exception {
        CalendarAddress plain = CalendarAddress.of("http://calendar.example/a.ics");
        assertThat(loopback("127.0.0.1").admit(plain).port()).isEqualTo(80);
        unreachable(() -> loopback("8.8.8.8").admit(plain));
        unreachable(() -> loopback("10.0.0.1").admit(CalendarAddress.of(SECRET)));
    }

    private static AddressGuard guard(String... machines) {
        return new AddressGuard(_ -> literals(machines), false);
    }

    private static AddressGuard loopback(String... machines) {
        return new AddressGuard(_ -> literals(machines), true);
    }

    private static InetAddress[] literals(String... machines) {
        return Arrays.stream(machines).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static void unreachable(ThrowingCallable admission) {
        Assertions.assertThatExceptionOfType(UnreadableCalendarException.class)
                .isThrownBy(admission)
                .extracting(UnreadableCalendarException::trouble)
                .isEqualTo(Trouble.UNREACHABLE);
    }
}
