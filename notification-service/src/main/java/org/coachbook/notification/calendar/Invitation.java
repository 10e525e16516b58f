package org.coachbook.notification.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import org.coachbook.notification.notice.CalendarMark;
import org.jspecify.annotations.Nullable;

/**
 * A booking as an iTIP message (RFC 5546) for one of its parties. The same {@code UID} with a higher {@code SEQUENCE}
 * replaces what the reader's calendar has. The organizer is our own address under the coach's name: the parties do not
 * learn each other's addresses.
 *
 * @param sequence the booking event's number
 * @param stamp when this message was made
 * @param location null when it is not to be told
 */
public record Invitation(
        String bookingId,
        CalendarMark mark,
        long sequence,
        Instant start,
        Instant end,
        Instant stamp,
        String summary,
        String description,
        @Nullable String location,
        Participant organizer,
        Participant attendee) {

    /** Somebody in the entry, by name and address; a parameter has no control characters and no quotes (RFC 5545 §3.2). */
    public record Participant(String name, String address) {
        /** Makes the name fit for a parameter. */
        public Participant {
            name = name.replaceAll("\\p{Cntrl}+", " ").replace('"', '\'');
        }
    }

    /** {@code REQUEST}, or {@code CANCEL} for a withdrawal. */
    public String method() {
        return mark == CalendarMark.CANCELLED ? Method.CANCEL : Method.REQUEST;
    }

    /** The iCalendar text (RFC 5545), times in UTC. */
    public String text() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Coachbook//Coachbook//EN");
        calendar.setMethod(method());
        calendar.addEvent(event());
        return Biweekly.write(calendar).go();
    }

    private VEvent event() {
        VEvent event = new VEvent();
        event.setUid(bookingId + "@coachbook.org");
        event.setSequence(Math.toIntExact(sequence));
        event.setDateTimeStamp(Date.from(stamp));
        event.setDateStart(Date.from(start));
        event.setDateEnd(Date.from(end));
        event.setStatus(status());
        event.setSummary(summary);
        event.setDescription(description);
        if (location != null) {
            event.setLocation(location);
        }
        event.setOrganizer(new Organizer(organizer.name(), organizer.address()));
        event.addAttendee(attendeeProperty());
        return event;
    }

    private Attendee attendeeProperty() {
        Attendee property = new Attendee(attendee.name(), attendee.address());
        property.setRsvp(false);
        property.setParticipationStatus(
                mark == CalendarMark.TENTATIVE ? ParticipationStatus.TENTATIVE : ParticipationStatus.ACCEPTED);
        return property;
    }

    private Status status() {
        return switch (mark) {
            case TENTATIVE -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
            case NONE -> throw new IllegalStateException("Nothing to invite to");
        };
    }
}
