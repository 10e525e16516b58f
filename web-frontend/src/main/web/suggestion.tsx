import { useState } from "react";
import { call, type Booking, type Slot } from "./api";
import { dayAndTime } from "./format";
import { Failure, useAction } from "./frame";
import { FreeTimes } from "./free-times";
import { minutesOf } from "./rescheduling";

const MOST = 5;

/** The coach answers a request with other times of his, all of which are kept for the client. */
export function Suggest({ booking, again }: { booking: Booking; again: () => void }) {
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState<string[]>([]);
  const { busy, failure, run } = useAction();
  if (!open) return <button type="button" className="link" onClick={() => setOpen(true)}>Suggest other times</button>;
  const refused = ((failure?.more["times"] ?? []) as Slot[]).map((time) => time.start);
  const toggle = ({ start }: Slot) =>
    setTimes(times.includes(start) ? times.filter((time) => time !== start) : [...times, start].slice(0, MOST).sort());
  const suggest = () => void run(async () => {
    await call("POST", `/api/bookings/${booking.id}/suggest`, { times });
    again();
  });
  return (
    <section aria-label="Other times">
      <FreeTimes coachId={booking.coachId} typeId={booking.sessionType.id} minutes={minutesOf(booking)} verb="Choose" chosen={times} pick={toggle} />
      <p role="status">{times.length === 0 ? `Choose up to ${MOST} times.` : times.map(dayAndTime).join(" · ")}</p>
      <Failure of={failure} />
      {refused.length > 0 && <p className="small">Not to be had any more: {refused.map(dayAndTime).join(" · ")}</p>}
      <p className="row">
        <button type="button" disabled={busy || times.length === 0} onClick={suggest}>Suggest {times.length === 1 ? "this time" : "these times"}</button>
        <button type="button" className="plain" disabled={busy} onClick={() => setOpen(false)}>Not now</button>
      </p>
    </section>
  );
}
