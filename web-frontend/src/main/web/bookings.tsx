import { useState } from "react";
import { call, type Booking, type Page, type Side } from "./api";
import { Countdown } from "./booking-dialog";
import { Cancel } from "./cancellation";
import { dateFromToday, dayAndTime, money, status, time } from "./format";
import { Failure, Link, useAction, useLive, useName, useRead, useSession } from "./frame";
import { PayLater } from "./payment";
import { ProposedTimes } from "./proposal";
import { Reschedule } from "./rescheduling";
import { Suggest } from "./suggestion";

const BOOKED = ["firm_booked", "confirmed", "scheduled", "rescheduled"];
const CANCELLABLE: Record<Side, string[]> = { client: ["requested", "pending_minimum_attendees", ...BOOKED], coach: BOOKED };

/** A person's own bookings, or a coach's sessions with what waits for his answer on top; both change as things happen. */
export function Bookings({ side }: { side: Side }) {
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

/** One booking, which a mail leads to, as the party sees it who is signed in. */
export function OneBooking({ id }: { id: string }) {
  const { user } = useSession();
  const { value, failure, again } = useRead(() => call<Booking>("GET", "/api/bookings/" + encodeURIComponent(id)), [id]);
  useLive((frame) => { if (frame !== "availability_update") again(); });
  const side = value?.coachId === user!.id ? "coach" : "client";
  return (
    <>
      <h1>{side === "client" ? "Your booking" : "Your session"}</h1>
      <Failure of={failure} />
      <ul className="plain" aria-live="polite">{value && <BookingCard booking={value} side={side} again={again} />}</ul>
      <p>{side === "client" ? <Link to="/bookings">All my bookings</Link> : <Link to="/requests">All requests and sessions</Link>}</p>
    </>
  );
}

function BookingCard({ booking, side, again }: { booking: Booking; side: Side; again: () => void }) {
  const [words, tone] = status(booking.status, side);
  const other = useName(side === "client" ? booking.coachId : booking.clientId);
  const { busy, failure, run } = useAction();
  const settled = !booking.pending;
  const ahead = BOOKED.includes(booking.status) && Date.parse(booking.start) > Date.now();
  const answer = (decision: "accept" | "decline") => () => void run(async () => {
    await call("POST", `/api/bookings/${booking.id}/${decision}`, {});
    again();
  });
  return (
    <li className="card">
      <div className="row apart">
        <span><strong>{booking.title ?? (booking.sessionType.name || "Session")}</strong>{other && <> with {other}</>}</span>
        <span className={"tag " + tone}>{booking.pending ? "In progress…" : words}</span>
      </div>
      <p>{dayAndTime(booking.start)} – {time(booking.end)}<br />
        <span className="soft small">{money(booking.price.final, booking.price.currency)} · payment {booking.payment.status.replace(/_/g, " ")}</span></p>
      {booking.notes && <p className="soft">“{booking.notes}”</p>}
      <Failure of={failure} />
      {side === "coach" && booking.status === "requested" && settled && <p className="row">
        <button type="button" disabled={busy} onClick={answer("accept")}>Accept</button>
        <button type="button" className="plain" disabled={busy} onClick={answer("decline")}>Decline</button>
      </p>}
      {side === "coach" && booking.status === "requested" && settled && <Suggest booking={booking} again={again} />}
      {side === "client" && booking.status === "awaiting_payment" && <>
        {booking.deadline && <Countdown until={booking.deadline} />}
        <PayLater id={booking.id} price={booking.price} done={again} />
      </>}
      {settled && booking.proposal && <ProposedTimes booking={booking} proposal={booking.proposal} side={side} again={again} />}
      {settled && ahead && !booking.proposal && <Reschedule key={booking.start} booking={booking} side={side} done={again} />}
      {settled && CANCELLABLE[side].includes(booking.status) && <p><Cancel booking={booking} side={side} done={again} /></p>}
    </li>
  );
}
