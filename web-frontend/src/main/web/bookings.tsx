import { useState } from "react";
import { call, type Booking, type Page, type Placed } from "./api";
import { Countdown } from "./booking-dialog";
import { dateFromToday, dayAndTime, money, status, time } from "./format";
import { Failure, useAction, useLive, useRead, useSession } from "./frame";
import { Payment } from "./payment";

/** A person's own bookings, or a coach's sessions with what waits for his answer on top; both change as things happen. */
export function Bookings({ side }: { side: "client" | "coach" }) {
  const { user } = useSession();
  const list = side === "client" ? `/api/bookings/user/${user!.id}/sessions` : `/api/bookings/${user!.id}/bookings`;
  const { value, failure, again } = useRead(() => call<Page<Booking>>("GET", `${list}?start=${dateFromToday(-1)}`), [list]);
  useLive((frame) => { if (frame !== "availability_update") again(); });
  const waiting = value?.items.filter((b) => b.status === "requested") ?? [];
  const others = side === "coach" ? value?.items.filter((b) => b.status !== "requested") : value?.items;
  return (
    <>
      <h1>{side === "client" ? "My bookings" : "Requests and sessions"}</h1>
      <Failure of={failure} />
      {side === "coach" && <section aria-label="Requests">
        <h2>Waiting for your answer</h2>
        {value && waiting.length === 0 && <p className="soft">Nothing waits for you.</p>}
        <ul className="plain">{waiting.map((b) => <BookingCard key={b.id} booking={b} side={side} again={again} />)}</ul>
        <h2>Sessions</h2>
      </section>}
      {value && others?.length === 0 && <p className="soft">Nothing here yet.</p>}
      <ul className="plain" aria-live="polite">{others?.map((b) => <BookingCard key={b.id} booking={b} side={side} again={again} />)}</ul>
    </>
  );
}

function BookingCard({ booking, side, again }: { booking: Booking; side: "client" | "coach"; again: () => void }) {
  const [words, tone] = status(booking.status);
  const { busy, failure, run } = useAction();
  const answer = (decision: "accept" | "decline") => () => void run(async () => {
    await call("POST", `/api/bookings/${booking.id}/${decision}`, {});
    again();
  });
  return (
    <li className="card">
      <div className="row apart">
        <strong>{booking.title ?? (booking.sessionType.name || "Session")}</strong>
        <span className={"tag " + tone}>{booking.pending ? "In progress…" : words}</span>
      </div>
      <p>{dayAndTime(booking.start)} – {time(booking.end)}<br />
        <span className="soft small">{money(booking.price.final, booking.price.currency)} · payment {booking.payment.status.replace(/_/g, " ")}</span></p>
      {booking.notes && <p className="soft">“{booking.notes}”</p>}
      <Failure of={failure} />
      {side === "coach" && booking.status === "requested" && !booking.pending && <p className="row">
        <button type="button" disabled={busy} onClick={answer("accept")}>Accept</button>
        <button type="button" className="plain" disabled={busy} onClick={answer("decline")}>Decline</button>
      </p>}
      {side === "client" && booking.status === "awaiting_payment" && <PayLater booking={booking} again={again} />}
      {side === "client" && ["requested", "pending_minimum_attendees", "confirmed", "firm_booked"].includes(booking.status) && !booking.pending && <Cancel booking={booking} again={again} />}
    </li>
  );
}

/** Pays a booking whose dialogue was closed before. */
function PayLater({ booking, again }: { booking: Booking; again: () => void }) {
  const [secret, setSecret] = useState("");
  const { busy, failure, run } = useAction();
  const begin = () => void run(async () => {
    const answer = await call<{ clientSecret: string }>("GET", `/api/payments/${booking.id}/client-secret`);
    setSecret(answer.clientSecret);
  });
  if (secret) return <Payment clientSecret={secret} price={booking.price} done={() => { setSecret(""); again(); }} />;
  return (
    <>
      <Failure of={failure} />
      {booking.deadline && <Countdown until={booking.deadline} />}
      <p><button type="button" disabled={busy} onClick={begin}>Pay now</button></p>
    </>
  );
}

type Preview = { allowed: boolean; refund: number; refundPercent: number; currency?: string };

/** Shows the refund before anything is cancelled, then cancels for exactly that. */
function Cancel({ booking, again }: { booking: Booking; again: () => void }) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, failure, run } = useAction();
  const ask = () => void run(async () => setPreview(await call<Preview>("GET", `/api/bookings/${booking.id}/cancellation`)));
  const cancel = () => void run(async () => {
    await call<Placed | Booking>("POST", `/api/bookings/${booking.id}/cancel`, { expectedRefund: preview!.refund });
    again();
  });
  if (!preview) return <><Failure of={failure} /><button type="button" className="link" disabled={busy} onClick={ask}>Cancel this booking</button></>;
  if (!preview.allowed) return <p className="note warn">This booking can no longer be cancelled.</p>;
  return (
    <div className="note warn">
      <p>You would get {money(preview.refund, preview.currency ?? booking.price.currency)} back ({preview.refundPercent} %).</p>
      <Failure of={failure} />
      <p className="row">
        <button type="button" disabled={busy} onClick={cancel}>Cancel the booking</button>
        <button type="button" className="plain" onClick={() => setPreview(null)}>Keep it</button>
      </p>
    </div>
  );
}
