import { useState } from "react";
import { call, Problem, type Booking, type Side, type Slot } from "./api";
import { Cancel } from "./cancellation";
import { dayAndTime, money, time } from "./format";
import { Failure, go, useAction } from "./frame";
import { FreeTimes } from "./free-times";

export const minutesOf = (booking: Booking) => (Date.parse(booking.end) - Date.parse(booking.start)) / 60_000;

/** Gives a booked session another time: the client's own move where the rules allow it, else a proposal to the other party; the booking shows which. */
export function Reschedule({ booking, side, done }: { booking: Booking; side: Side; done: () => void }) {
  const [open, setOpen] = useState(false);
  if (!open) return <button type="button" className="link" onClick={() => setOpen(true)}>{side === "client" ? "Move to another time" : "Propose another time"}</button>;
  return <NewTime booking={booking} side={side} leave={() => setOpen(false)} done={() => { setOpen(false); done(); }} />;
}

function NewTime({ booking, side, done, leave }: { booking: Booking; side: Side; done: () => void; leave: () => void }) {
  const [wanted, setWanted] = useState<Slot | null>(null);
  return (
    <section aria-label="Another time">
      {wanted
        ? <Confirm key={wanted.start} booking={booking} side={side} wanted={wanted} choose={setWanted} done={done} />
        : <FreeTimes coachId={booking.coachId} typeId={booking.sessionType.id} minutes={minutesOf(booking)} verb="Choose" pick={setWanted} />}
      <p><button type="button" className="link" onClick={leave}>Leave it as it is</button></p>
    </section>
  );
}

function Confirm({ booking, side, wanted, choose, done }:
  { booking: Booking; side: Side; wanted: Slot; choose: (slot: Slot | null) => void; done: () => void }) {
  const [message, setMessage] = useState("");
  const { busy, failure, run } = useAction();
  const tooDear = failure?.type === "price-differs";
  const send = (propose: boolean) => () => void run(async () => {
    const body = { start: wanted.start, ...(propose && { propose: true }), ...(message.trim() && { message: message.trim() }) };
    await call("POST", `/api/bookings/${booking.id}/reschedule`, body);
    done();
  });
  return (
    <>
      <p>From {dayAndTime(booking.start)}<br />to <strong>{dayAndTime(wanted.start)} – {time(wanted.end)}</strong></p>
      {side === "client" && !failure && <p className="soft small">Where the coach has to agree, as after the deadline for cancelling, we ask, and until then the session stays as it is.</p>}
      {tooDear ? <PriceDiffers booking={booking} problem={failure} /> : <Failure of={failure} />}
      <Nearest of={failure} choose={choose} />
      <label htmlFor="message">Message to the {side === "client" ? "coach" : "client"} <span className="soft">(optional)</span></label>
      <textarea id="message" rows={2} maxLength={2000} value={message} onChange={(e) => setMessage(e.target.value)} />
      <p className="row">
        <button type="button" disabled={busy} onClick={send(tooDear)}>{tooDear ? "Propose it at the agreed price" : side === "client" ? "Move" : "Propose it"}</button>
        {side === "client" && !tooDear && <button type="button" className="plain" disabled={busy} onClick={send(true)}>Ask the coach</button>}
        <button type="button" className="plain" disabled={busy} onClick={() => choose(null)}>Choose another time</button>
      </p>
      {tooDear && <Cancel booking={booking} side={side} done={() => go("/coaches/" + booking.coachId)} words="Or cancel, and book again" />}
    </>
  );
}

function PriceDiffers({ booking, problem }: { booking: Booking; problem: Problem }) {
  const amount = (name: string, currency: string) => money(Number(problem.more[name] ?? 0), String(problem.more[currency] ?? booking.price.currency));
  return (
    <p className="note warn" role="alert">
      You agreed on {amount("agreed", "currency")}; this time costs {amount("today", "todaysCurrency")} today. The coach may let you have it at the agreed price if you ask.
    </p>
  );
}

/** Other free times, when this one was taken meanwhile. */
function Nearest({ of, choose }: { of: Problem | null; choose: (slot: Slot) => void }) {
  const nearest = (of?.more["nearest"] ?? []) as Slot[];
  if (nearest.length === 0) return null;
  return (
    <div role="group" aria-label="Still free nearby">
      <p className="small">Still free nearby:</p>
      <p className="row">{nearest.map((slot) => <button key={slot.start} type="button" className="plain" onClick={() => choose(slot)}>{dayAndTime(slot.start)}</button>)}</p>
    </div>
  );
}
