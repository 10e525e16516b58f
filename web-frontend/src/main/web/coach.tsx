import { useState } from "react";
import { call, type Page, type Profile, type SessionType, type Slot } from "./api";
import { BookingDialog } from "./booking-dialog";
import { Failure, go, useRead, useSession } from "./frame";
import { FreeTimes } from "./free-times";
import { PackagesForSale } from "./packages";

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
        <Booking key={type.id} coachId={coachId} type={type} />
      </>}
      <PackagesForSale coachId={coachId} types={types.value?.items ?? []} />
    </>
  );
}

function Booking({ coachId, type }: { coachId: string; type: SessionType }) {
  const { user } = useSession();
  const [minutes, setMinutes] = useState(type.duration.default);
  const [picked, setPicked] = useState<Slot | null>(null);
  const [round, setRound] = useState(0);
  const pick = (slot: Slot) => (user ? setPicked(slot) : go("/sign-in?back=" + encodeURIComponent(location.pathname)));
  return (
    <>
      <label htmlFor="minutes">Duration</label>
      <select id="minutes" value={minutes} onChange={(e) => setMinutes(Number(e.target.value))}>
        {durations(type).map((m) => <option key={m} value={m}>{m} minutes</option>)}
      </select>
      <FreeTimes coachId={coachId} typeId={type.id} minutes={minutes} verb="Book" round={round} pick={pick} />
      {picked && <BookingDialog coachId={coachId} type={type} slot={picked} minutes={minutes} done={() => { setPicked(null); setRound(round + 1); }} />}
    </>
  );
}
