import { useState } from "react";
import { call, Problem, type Booking, type Placed, type Side } from "./api";
import { money } from "./format";
import { Failure, useAction } from "./frame";

type Preview = { allowed: boolean; refund: number; refundPercent: number; currency?: string };

/** Shows the refund before anything is cancelled, then cancels for exactly that. */
export function Cancel({ booking, side, done, words = "Cancel this booking" }: { booking: Booking; side: Side; done: () => void; words?: string }) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, failure, run } = useAction();
  const ask = () => void run(async () => setPreview(await call<Preview>("GET", `/api/bookings/${booking.id}/cancellation`)));
  const cancel = () => void run(async () => {
    try {
      await call<Placed | Booking>("POST", `/api/bookings/${booking.id}/cancel`, { expectedRefund: preview!.refund });
      done();
    } catch (problem) {
      if (problem instanceof Problem && problem.type === "refund-changed") setPreview(problem.more["preview"] as Preview);
      throw problem;
    }
  });
  if (!preview) return <><Failure of={failure} /><button type="button" className="link" disabled={busy} onClick={ask}>{words}</button></>;
  if (!preview.allowed) return <p className="note warn">This booking can no longer be cancelled.</p>;
  return (
    <div className="note warn">
      <p>{side === "client" ? "You would get" : "The client gets"} {money(preview.refund, preview.currency ?? booking.price.currency)} back ({preview.refundPercent} %).</p>
      <Failure of={failure} />
      <p className="row">
        <button type="button" disabled={busy} onClick={cancel}>Cancel the booking</button>
        <button type="button" className="plain" onClick={() => setPreview(null)}>Keep it</button>
      </p>
    </div>
  );
}
