package org.coachbook.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StripeSimulatorMainTest {
    @Test
    void it_runs_as_a_process_of_its_own_and_says_when_it_is_ready() throws Exception {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StripeSimulatorMain.class.getName(),
                        "--port=" + port,
                        "--secret-key=sk_test_own",
                        "--publishable-key=pk_test_own")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String ready = output.lines()
                    .filter(line -> line.contains("ready"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ready).contains("http://127.0.0.1:" + port).doesNotContain("sk_test_own");
            StripeClient sdk = StripeClient.builder()
                    .setApiKey("sk_test_own")
                    .setApiBase("http://127.0.0.1:" + port)
                    .build();
            assertThat(sdk.v1().customers().create().getId()).startsWith("cus_");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
