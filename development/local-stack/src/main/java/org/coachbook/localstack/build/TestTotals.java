package org.coachbook.localstack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How many tests passed and failed, from the reports of Surefire and Failsafe. */
public record TestTotals(int passed, int failed) {
    private static final Pattern REPORT = Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]+\\.xml");
    private static final int DEPTH = 6;

    /** Sums the reports in all modules that were written since this instant; older ones are of earlier runs. */
    public static TestTotals since(Instant begin, Path root) {
        try (Stream<Path> files = Files.find(
                root,
                DEPTH,
                (file, attributes) -> REPORT.matcher(file.toString()).matches()
                        && !attributes.lastModifiedTime().toInstant().isBefore(begin))) {
            return files.map(TestTotals::of).reduce(new TestTotals(0, 0), TestTotals::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether tests ran and none failed. */
    public boolean isGreen() {
        return passed > 0 && failed == 0;
    }

    private TestTotals plus(TestTotals other) {
        return new TestTotals(passed + other.passed, failed + other.failed);
    }

    private static TestTotals of(Path report) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var in = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                reader.next();
            }
            int failed = number(reader, "failures") + number(reader, "errors");
            return new TestTotals(number(reader, "tests") - failed - number(reader, "skipped"), failed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot read " + report, e);
        }
    }

    private static int number(XMLStreamReader suite, String attribute) {
        String value = suite.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
