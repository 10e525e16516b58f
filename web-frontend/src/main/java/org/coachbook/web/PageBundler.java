package org.coachbook.web;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Bundles the page's TypeScript with esbuild and lays everything where the gateway serves it from. */
public final class PageBundler {
    private static final String SERVED = "classes/META-INF/resources";
    private static final List<String> PACKAGES =
            List.of("react", "react-dom", "scheduler", "loose-envify", "js-tokens");

    private PageBundler() {}

    /** @param arguments the folder of the sources, and Maven's build folder */
    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path build = Path.of(arguments[1]);
        Path served = Files.createDirectories(build.resolve(SERVED));
        copy(sources, served, ".html", ".css", ".svg");
        Path work = Files.createDirectories(build.resolve("page"));
        copy(sources, work, ".ts", ".tsx", "tsconfig.json");
        copy(bundle(work), served, ".js");
    }

    private static Path bundle(Path work) throws IOException {
        EsBuildConfig config = EsBuildConfig.builder()
                .bundle()
                .minify()
                .format(EsBuildConfig.Format.ESM)
                .define("process.env.NODE_ENV", "\"production\"")
                .entryNames("[name]")
                .outDir("dist")
                .build();
        BundleOptions options = BundleOptions.builder()
                .withWorkDir(work)
                .withDependencies(packages(), WebDependencyType.MVNPM)
                .withEsConfig(config)
                .addEntryPoint("app.tsx")
                .build();
        return Bundler.bundle(options, true).dist();
    }

    /** The jars of the npm packages, found on the class path. */
    private static List<Path> packages() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String name : PACKAGES) {
            String marker = "META-INF/maven/org.mvnpm/" + name + "/pom.properties";
            for (URL found : Collections.list(PageBundler.class.getClassLoader().getResources(marker))) {
                jars.add(jarOf(found));
            }
        }
        return jars;
    }

    private static Path jarOf(URL entry) {
        try {
            String jar = entry.toString().replaceFirst("^jar:", "").replaceFirst("!.*$", "");
            return Path.of(new URI(jar));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a jar: " + entry, e);
        }
    }

    private static void copy(Path from, Path to, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
