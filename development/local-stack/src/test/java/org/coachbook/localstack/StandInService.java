package org.coachbook.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands where a built service would: listens as configured, is always ready, and shows its environment. */
public final class StandInService {
    private StandInService() {}

    /** Uses nothing but the JDK, because its jar holds nothing but this class. */
    public static void main(String[] arguments) throws IOException {
        serve("QUARKUS_HTTP_PORT");
        serve("QUARKUS_MANAGEMENT_PORT");
    }

    private static void serve(String portVariable) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault(portVariable, "0"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    /** Writes a runnable jar for every service of the project in this folder. */
    static void install(Path projectRoot) throws IOException {
        for (ServiceDefinition service : ServiceDefinition.ALL) {
            Path jar = service.runner(projectRoot);
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest());
                    var in = StandInService.class.getResourceAsStream("StandInService.class")) {
                out.putNextEntry(new JarEntry(StandInService.class.getName().replace('.', '/') + ".class"));
                java.util.Objects.requireNonNull(in).transferTo(out);
            }
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        return manifest;
    }
}
