package org.coachbook.notification.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of one language, from {@code texts/<language>.properties}; placeholders are names in braces. */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Texts> BY_LANGUAGE =
            Reader.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::load));

    private final Properties texts;

    private Texts(Properties texts) {
        this.texts = texts;
    }

    /** The texts in the reader's language. */
    public static Texts of(Reader reader) {
        Texts texts = BY_LANGUAGE.get(reader.locale().getLanguage());
        if (texts == null) {
            throw new IllegalArgumentException("No texts in " + reader.locale());
        }
        return texts;
    }

    /** The text of a key. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No text for " + key));
    }

    /** The text of a key with its placeholders filled; what a value contains is never read as a placeholder. */
    public String get(String key, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(get(key))
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    private static Texts load(String language) {
        try (InputStream file = Texts.class.getResourceAsStream("/texts/" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("No texts in " + language);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Texts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
