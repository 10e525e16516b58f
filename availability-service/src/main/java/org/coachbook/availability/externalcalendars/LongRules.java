package org.coachbook.availability.externalcalendars;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules that would take too long to follow, found in the text: a file's own time zones are worked out while biweekly
 * parses it. Zones change their clocks on a day or a few of one month of the year.
 */
final class LongRules {
    private static final int MOST_OF_ZONES = 100;
    /** Beyond what any rule needs; a pattern goes deeper with each part of it. */
    private static final int LONGEST = 1_000;

    private static final Pattern FOLD = Pattern.compile("(\\r\\n|\\r|\\n)[ \\t]");
    private static final Pattern ZONE_BEGINS = line("BEGIN\\s*:\\s*VTIMEZONE\\s*");
    private static final Pattern ZONE_ENDS = line("END\\s*:\\s*VTIMEZONE\\s*");
    private static final Pattern RULE = line("([^:;]*\\.)?\\s*(RRULE|EXRULE)\\s*[:;].*");
    private static final Pattern WITHIN_A_DAY = line(".*FREQ\\s*=\\s*(HOURLY|MINUTELY|SECONDLY).*");
    private static final Pattern OF_A_ZONE = line("RRULE:(?=[^,]*FREQ=YEARLY)"
            + "((BYMONTH=[0-9]+|BYDAY=[-+]?[0-9]*[A-Z]{2}|BYMONTHDAY=[-+]?[0-9]+(,[-+]?[0-9]+){0,6}"
            + "|(?!BY)[A-Z]+=[^,;]*)(;|$))+");

    private boolean inZone;
    private int ofZones;

    private LongRules() {}

    private static Pattern line(String form) {
        return Pattern.compile("\\s*" + form, Pattern.CASE_INSENSITIVE);
    }

    /** Whether the file has any. */
    static boolean in(String file) {
        LongRules rules = new LongRules();
        Stream<String> lines = FOLD.matcher(file).replaceAll("").lines();
        return lines.anyMatch(rules::isLong);
    }

    private boolean isLong(String line) {
        inZone = !ZONE_ENDS.matcher(line).matches()
                && (inZone || ZONE_BEGINS.matcher(line).matches());
        if (!RULE.matcher(line).matches()) {
            return false;
        }
        ofZones += inZone ? 1 : 0;
        return line.length() > LONGEST
                || WITHIN_A_DAY.matcher(line).matches()
                || (inZone && (ofZones > MOST_OF_ZONES || !isOfAZone(line)));
    }

    private static boolean isOfAZone(String line) {
        boolean daysOfAMonth = !line.contains("BYDAY") && !line.contains("BYMONTHDAY");
        return OF_A_ZONE.matcher(line).matches() && (daysOfAMonth || line.contains("BYMONTH="));
    }
}
