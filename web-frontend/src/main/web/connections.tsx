import { type FormEvent } from "react";
import { call, everything, nameOf, type Connection } from "./api";
import { Failure, Link, useAction, useLive, useRead, useSession } from "./frame";

/** With whom one works or asked to; what waits for an answer comes first, what is over is left out. */
export function Connections() {
  const { user } = useSession();
  const { value, failure, again } = useRead(() => everything<Connection>("/api/connections"), [user!.id]);
  useLive((frame) => { if (frame === "notification") again(); });
  const current = value?.filter((c) => ["pending", "accepted", "blocked"].includes(c.status)) ?? [];
  const waits = (c: Connection) => c.status === "pending" && c.requestedBy !== user!.id;
  const sorted = [...current.filter(waits), ...current.filter((c) => !waits(c))];
  return (
    <>
      <h1>Connections</h1>
      <Failure of={failure} />
      {user!.roles.includes("coach") && <Invite again={again} />}
      {value && sorted.length === 0 && <p className="soft">You are connected with nobody yet.</p>}
      <ul className="plain" aria-live="polite">
        {sorted.map((c) => <ConnectionCard key={c.id} connection={c} waits={waits(c)} again={again} />)}
      </ul>
    </>
  );
}

function Invite({ again }: { again: () => void }) {
  const { busy, failure, run } = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get("email"));
    void run(async () => {
      await call("POST", "/api/connections", { email });
      form.reset();
      again();
    });
  };
  return (
    <form className="card" onSubmit={submit}>
      <label htmlFor="email">Invite a client by e-mail</label>
      <input id="email" name="email" type="email" required maxLength={254} aria-describedby="invite-rule" />
      <p id="invite-rule" className="soft small">We send a link that works for 30 days, whether the address has an account or not.</p>
      <Failure of={failure} />
      <p><button disabled={busy}>Invite</button></p>
    </form>
  );
}

function words(connection: Connection, waits: boolean): [words: string, tone: string] {
  if (connection.status === "blocked") return ["Blocked", "bad"];
  if (connection.status === "accepted") return ["Connected", ""];
  return waits ? ["Waits for your answer", "warn"] : ["Asked", "warn"];
}

function ConnectionCard({ connection, waits, again }: { connection: Connection; waits: boolean; again: () => void }) {
  const { user } = useSession();
  const { busy, failure, run } = useAction();
  const isCoach = connection.coachId === user!.id;
  const other = isCoach ? connection.clientId : connection.coachId;
  const name = useRead(async () => (other ? nameOf(other) : connection.email), [other]);
  const shown = name.value ?? connection.email ?? (isCoach ? "A client" : "A coach");
  const [standing, tone] = words(connection, waits);
  const act = (method: string, path: string) => () => void run(async () => {
    await call(method, "/api/connections/" + connection.id + path);
    again();
  });
  return (
    <li className="card">
      <div className="row apart">
        <strong>{isCoach ? shown : <Link to={"/coaches/" + connection.coachId}>{shown}</Link>}</strong>
        <span className={"tag " + tone}>{standing}</span>
      </div>
      <Failure of={failure} />
      <p className="row">
        {waits && <button type="button" disabled={busy} onClick={act("POST", "/accept")} aria-label={"Accept " + shown}>Accept</button>}
        {waits
          ? <button type="button" className="plain" disabled={busy} onClick={act("POST", "/decline")} aria-label={"Decline " + shown}>Decline</button>
          : <button type="button" className="link" disabled={busy} onClick={act("DELETE", "")} aria-label={"End with " + shown}>
              {connection.status === "accepted" ? "End this connection" : connection.status === "blocked" ? "Unblock" : "Take back"}
            </button>}
      </p>
    </li>
  );
}
