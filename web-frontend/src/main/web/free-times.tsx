import { useState } from "react";
import { call, viewerZone, type Slot, type Slots } from "./api";
import { date, dateFromToday, dayAndTime, time } from "./format";
import { Failure, useLive, useRead, useSession } from "./frame";

/** A week of a coach's free times in the viewer's zone, as they change; `verb` is what picking one means, another `round` reads them anew. */
export function FreeTimes({ coachId, typeId, minutes, verb, round = 0, chosen = [], pick }:
  { coachId: string; typeId: string; minutes: number; verb: string; round?: number; chosen?: string[]; pick: (slot: Slot) => void }) {
  const { user } = useSession();
  const [week, setWeek] = useState(0);
  const search = new URLSearchParams({
    sessionType: typeId, from: dateFromToday(7 * week), to: dateFromToday(7 * week + 6), duration: String(minutes), zone: viewerZone,
  });
  const slots = useRead(() => call<Slots>("GET", `/api/coaches/${coachId}/slots?${search}`), [String(search), user?.id, round]);
  useLive((frame) => { if (frame === "availability_update") slots.again(); }, coachId);
  const none = slots.value?.days.every((day) => day.slots.length === 0);
  return (
    <section aria-label="Free times">
      <div className="row apart">
        <h2>Free times</h2>
        <span className="row">
          <button type="button" className="plain" disabled={week === 0} onClick={() => setWeek(week - 1)}>Earlier</button>
          <button type="button" className="plain" onClick={() => setWeek(week + 1)}>Later</button>
        </span>
      </div>
      <p className="soft small">Times are in your zone, {viewerZone.replace("_", " ")}.</p>
      <Failure of={slots.failure} />
      <div role="status">
        {none && <p className="note">No free times in this week.{slots.value?.nextAvailable && ` The next one is ${dayAndTime(slots.value.nextAvailable.start)}.`}</p>}
      </div>
      <div className="week">
        {slots.value?.days.filter((day) => day.slots.length > 0).map((day) => (
          <section key={day.date} className="day" aria-label={date(day.date)}>
            <h3>{date(day.date)}</h3>
            <ul>
              {day.slots.map((slot) => (
                <li key={slot.start}>
                  <button type="button" className="slot" aria-pressed={chosen.includes(slot.start) || undefined} onClick={() => pick(slot)} aria-label={`${verb} ${dayAndTime(slot.start)}`}>
                    {time(slot.start)}{slot.heldByYou ? " · yours" : ""}{slot.seatsLeft !== undefined ? ` · ${slot.seatsLeft} left` : ""}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
