import { useState } from "react";
import { call, viewerZone, type Page, type Profile, type SessionType, type Slot, type Slots } from "./api";
import { BookingDialog } from "./booking-dialog";
import { date, dateFromToday, dayAndTime, time } from "./format";
import { Failure, go, useLive, useRead, useSession } from "./frame";

function durations(type: SessionType): number[] {
  const { min, max, step } = type.duration;
  const all: number[] = [];
  for (let minutes = min; minutes <= max; minutes += Math.max(step, 1)) all.push(minutes);
  return all;
}

/** A coach's public page: what he offers, and a week of free times in the viewer's zone, as they change. */
export function CoachPage({ coachId }: { coachId: string }) {
  const coach = useRead(() => call<Profile>("GET", "/api/users/" + coachId), [coachId]);
  const { known } = useSession();
  const types = useRead(() => call<Page<SessionType>>("GET", `/api/coaches/${coachId}/session-types`), [coachId, known]);
  const [chosen, setChosen] = useState("");
  const type = types.value?.items.find((t) => t.id === chosen) ?? types.value?.items[0];
  return (
    <>
      <h1>{coach.value?.name ?? "Coach"}</h1>
      <Failure of={coach.failure ?? types.failure} />
      {types.value?.items.length === 0 && <p>This coach offers nothing you can book yet.</p>}
      {type && <>
        <label htmlFor="type">Session</label>
        <select id="type" value={type.id} onChange={(e) => setChosen(e.target.value)}>
          {types.value?.items.map((t) => <option key={t.id} value={t.id}>{t.name}</option>)}
        </select>
        {type.description && <p className="soft">{type.description}</p>}
        <FreeTimes key={type.id} coachId={coachId} type={type} />
      </>}
    </>
  );
}

function FreeTimes({ coachId, type }: { coachId: string; type: SessionType }) {
  const { user } = useSession();
  const [minutes, setMinutes] = useState(type.duration.default);
  const [week, setWeek] = useState(0);
  const [picked, setPicked] = useState<Slot | null>(null);
  const search = new URLSearchParams({
    sessionType: type.id, from: dateFromToday(7 * week), to: dateFromToday(7 * week + 6), duration: String(minutes), zone: viewerZone,
  });
  const slots = useRead(() => call<Slots>("GET", `/api/coaches/${coachId}/slots?${search}`), [String(search), user?.id]);
  useLive((frame) => { if (frame === "availability_update") slots.again(); }, coachId);
  const pick = (slot: Slot) => (user ? setPicked(slot) : go("/sign-in?back=" + encodeURIComponent(location.pathname)));
  const none = slots.value?.days.every((day) => day.slots.length === 0);
  return (
    <section aria-label="Free times">
      <label htmlFor="minutes">Duration</label>
      <select id="minutes" value={minutes} onChange={(e) => setMinutes(Number(e.target.value))}>
        {durations(type).map((m) => <option key={m} value={m}>{m} minutes</option>)}
      </select>
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
                  <button type="button" className="slot" onClick={() => pick(slot)} aria-label={`Book ${dayAndTime(slot.start)}`}>
                    {time(slot.start)}{slot.heldByYou ? " · yours" : ""}{slot.seatsLeft !== undefined ? ` · ${slot.seatsLeft} left` : ""}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {picked && <BookingDialog coachId={coachId} type={type} slot={picked} minutes={minutes} done={() => { setPicked(null); slots.again(); }} />}
    </section>
  );
}
