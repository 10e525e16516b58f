package org.coachbook.gateway.accounts;

/** What a name may be: something to read, on one line. */
public final class PersonName {
    /** For the whole text; its parts exclude each other, so that a long text is read once and not once per letter. */
    public static final String PATTERN =
            "[\\p{Zs}\\p{Cf}\\p{Co}\\p{Cn}]*[^\\p{C}\\p{Z}][^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    private PersonName() {}
}
