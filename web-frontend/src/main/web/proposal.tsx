import { call, type Booking, type Proposal, type Side } from "./api";
import { dayAndTime, time } from "./format";
import { Failure, useAction } from "./frame";

const WORDS: Record<Side, string> = { client: "The client", coach: "The coach" };

/** Other times that one party offers to the other, for a request or for a booked session; each side sees what he can do. */
export function ProposedTimes({ booking, proposal, side, again }: { booking: Booking; proposal: Proposal; side: Side; again: () => void }) {
  const { busy, failure, run } = useAction();
  const own = proposal.by === side;
  const [times, they] = proposal.times.length === 1 ? ["another time", "It is"] : ["other times", "They are"];
  const request = booking.status === "time_suggested";
  const act = (path: string, body: object) => () => void run(async () => {
    await call("POST", `/api/bookings/${booking.id}/suggestions/${path}`, body);
    again();
  });
  return (
    <section className="note" aria-label="Proposed times">
      <p><strong>{own ? "You proposed" : WORDS[proposal.by] + " proposes"} {times}.</strong>{" "}
        <span className="small">{they} kept{own ? "" : " for you"} until {dayAndTime(proposal.deadline)}.{!request && " Until it is answered, the session stays as it is."}</span></p>
      {proposal.message && <p className="soft">“{proposal.message}”</p>}
      <Failure of={failure} />
      <ul className="plain times">
        {proposal.times.map((offered) => (
          <li key={offered.number} className="row apart">
            <span>{dayAndTime(offered.start)} – {time(offered.end)}</span>
            {!own && <button type="button" disabled={busy} onClick={act(offered.number + "/accept", { start: offered.start })} aria-label={"Take " + dayAndTime(offered.start)}>Take</button>}
          </li>
        ))}
      </ul>
      {!(own && request) && <p className="row">
        <button type="button" className="plain" disabled={busy} onClick={act("decline", {})}>{own ? "Withdraw" : "Decline"}</button>
        {!own && request && <span className="small">The request ends then, and anything paid is given back.</span>}
      </p>}
    </section>
  );
}
