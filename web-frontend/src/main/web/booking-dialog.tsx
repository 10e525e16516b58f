import { useEffect, useRef, useState, type FormEvent } from "react";
import { call, Problem, viewerZone, type Hold, type Placed, type Price, type Quote, type SessionType, type Slot } from "./api";
import { dayAndTime, money, time } from "./format";
import { Failure, Link, useAction } from "./frame";
import { Payment } from "./payment";
import { WaysToPay, type WayToPay } from "./ways-to-pay";

/** Holds the time at once, shows the price, books, and takes the payment. Closing it before booking gives the time back. */
export function BookingDialog({ coachId, type, slot, minutes, done }:
  { coachId: string; type: SessionType; slot: Slot; minutes: number; done: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const key = useRef(crypto.randomUUID());
  const started = useRef(false);
  const [hold, setHold] = useState<Hold | null>(null);
  const [quote, setQuote] = useState<Quote | null>(null);
  const [placed, setPlaced] = useState<Placed | null>(null);
  const { busy, failure, run } = useAction();
  const wanted = { coachId, sessionTypeId: type.id, start: slot.start, durationMinutes: minutes };
  const price = (way: WayToPay) => call<Quote>("POST", "/api/quotes", { ...wanted, ...way });

  useEffect(() => {
    box.current?.showModal();
    if (started.current) return;
    started.current = true;
    void run(async () => {
      setHold(await call<Hold>("POST", "/api/slots/holds", wanted));
      setQuote(await price({}));
    });
  }, []);

  const leave = () => {
    if (hold && !placed) void call("DELETE", "/api/slots/holds/" + hold.id).catch(() => undefined).finally(done);
    else done();
  };

  const book = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const notes = String(new FormData(event.currentTarget).get("notes") ?? "").trim();
    void run(async () => {
      const body = { ...wanted, quote: quote!.quote, holdId: hold!.id, timeZone: viewerZone, ...(notes && { notes }) };
      setPlaced(await call<Placed>("POST", "/api/bookings", body, { "Idempotency-Key": key.current }));
    });
  };

  return (
    <dialog ref={box} aria-labelledby="booking-title" onCancel={(e) => { e.preventDefault(); leave(); }}>
      <h1 id="booking-title">{type.name}</h1>
      <p><strong>{dayAndTime(slot.start)} – {time(slot.end)}</strong><br /><span className="soft small">{minutes} minutes, times in {viewerZone.replace("_", " ")}</span></p>
      <Failure of={failure} />
      <Nearest of={failure} />
      {!placed && hold && <Countdown until={hold.expiresAt} />}
      {!placed && quote && <>
        <PriceTable price={quote.price} />
        <WaysToPay coachId={coachId} typeId={type.id} minutes={minutes} price={quote.price} busy={busy} choose={(way) => void run(async () => setQuote(await price(way)))} />
        <CancellationTerms quote={quote} />
        <form onSubmit={book}>
          <label htmlFor="notes">Note for the coach <span className="soft">(optional)</span></label>
          <textarea id="notes" name="notes" rows={2} maxLength={2000} />
          <p className="row"><button disabled={busy}>{quote.price.final > 0 ? `Book for ${money(quote.price.final, quote.price.currency)}` : "Book"}</button></p>
        </form>
      </>}
      {!placed && !quote && !failure && <p role="status">Holding the time for you…</p>}
      {placed && <Outcome placed={placed} />}
      <p className="row"><button type="button" className="plain" onClick={leave}>{placed ? "Close" : "Cancel"}</button></p>
    </dialog>
  );
}

function Outcome({ placed }: { placed: Placed }) {
  const [paid, setPaid] = useState(false);
  if (placed.paymentIntentClientSecret && !paid) {
    return <Payment clientSecret={placed.paymentIntentClientSecret} price={placed.booking.price} done={() => setPaid(true)} />;
  }
  return (
    <div role="status">
      <p className="note">{placed.booking.status === "requested" ? "Your request is with the coach." : "Thank you. Your booking is on its way to be confirmed."}</p>
      <p><Link to="/bookings">See my bookings</Link></p>
    </div>
  );
}

/** Other free times, when this one was taken meanwhile. */
function Nearest({ of }: { of: Problem | null }) {
  const nearest = (of?.more["nearest"] ?? []) as Slot[];
  if (nearest.length === 0) return null;
  return <p className="small">Still free nearby: {nearest.map((s) => dayAndTime(s.start)).join(" · ")}</p>;
}

export function Countdown({ until }: { until: string }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  if (left === 0) return <p className="note bad" role="alert">The time is no longer held for you. Close this and choose it again.</p>;
  return (
    <p className="note" role="timer">
      Held for you for <span className="countdown">{Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}</span>
    </p>
  );
}

export function PriceTable({ price }: { price: Price }) {
  const amount = (minor: number) => money(minor, price.currency);
  return (
    <table className="price">
      <tbody>
        <tr><td>Session</td><td>{amount(price.base)}</td></tr>
        {price.discounts.map((d) => <tr key={d.type}><td>{d.description ?? d.type.replace(/_/g, " ")}</td><td>{amount(-d.amount)}</td></tr>)}
        {price.vat.amount > 0 && <tr className="soft"><td>VAT {price.vat.ratePercent} %{price.vat.included ? " (included)" : ""}</td><td>{amount(price.vat.amount)}</td></tr>}
        <tr className="total"><td>Total</td><td>{amount(price.final)}</td></tr>
      </tbody>
    </table>
  );
}

function CancellationTerms({ quote }: { quote: Quote }) {
  const tiers = [...quote.cancellationPolicy.tiers].sort((a, b) => b.moreThanHours - a.moreThanHours);
  return (
    <p className="soft small">
      If you cancel {tiers.map((t) => `more than ${t.moreThanHours} h before, you get ${t.refundPercent} % back`).join("; ")}; later, nothing.
    </p>
  );
}
