import { useEffect, useState } from "react";
import { call, nameOf, Problem, type Connection } from "./api";
import { Failure, Link, useAction, useSession } from "./frame";
import { SignIn } from "./sign-in";

type Answer = "accepted" | "ended" | "declined" | "gone";

const ANSWERS: Record<Answer, [title: string, words: string]> = {
  accepted: ["You are connected", "You now see what your coach offers those whom he invited."],
  ended: ["This invitation was used before", "The connection that came of it has ended. Ask your coach to invite you again."],
  declined: ["You declined", "Your coach is not told, and we write to this address no more for now."],
  gone: ["This invitation cannot be used", "It was used by somebody else, taken back, or is older than 30 days. Ask your coach to invite you again."],
};

/** Who invites, by name; null when the link cannot be used any more, "A coach" while that cannot be found out. */
async function inviter(token: string): Promise<string | null> {
  try {
    const { coachId } = await call<{ coachId: string }>("POST", "/api/connections/invitations/preview", { token });
    return await nameOf(coachId);
  } catch (problem) {
    return problem instanceof Problem && problem.status === 404 ? null : "A coach";
  }
}

/** What the link of a mailed invitation opens. The token stays in the fragment, also while one signs in or registers here. */
export function InvitationPage() {
  const { user } = useSession();
  const [token] = useState(() => location.hash.slice(1));
  const [answer, setAnswer] = useState<Answer | null>(token ? null : "gone");
  const [coachId, setCoachId] = useState("");
  const [coach, setCoach] = useState("");
  const { busy, failure, run } = useAction();
  useEffect(() => {
    const another = () => location.reload();
    addEventListener("hashchange", another);
    return () => removeEventListener("hashchange", another);
  }, []);
  useEffect(() => {
    if (token) void inviter(token).then((name) => (name === null ? setAnswer("gone") : setCoach(name)));
  }, [token]);
  const accept = () => void run(async () => {
    const connection = await call<Connection>("POST", "/api/connections/invitations/accept", { token }).catch((problem) => {
      if (problem.status !== 404 && problem.status !== 400) throw problem;
      return null;
    });
    setCoachId(connection?.coachId ?? "");
    setAnswer(connection === null ? "gone" : connection.status === "accepted" ? "accepted" : "ended");
  });
  const decline = () => void run(async () => {
    await call("POST", "/api/connections/invitations/decline", { token });
    setAnswer("declined");
  });
  if (answer) return <Answered answer={answer} coachId={coachId} />;
  if (!coach) return <p role="status">One moment…</p>;
  return (
    <>
      <div className="card narrow">
        <h1>{coach} invites you</h1>
        <p>{user
          ? `Accept, and you are connected as ${user.name}. The invitation works for one person.`
          : "Sign in or register below to accept. Any address of yours will do."}</p>
        <Failure of={failure} />
        <p className="row">
          {user && <button type="button" disabled={busy} onClick={accept}>Accept</button>}
          <button type="button" className="plain" disabled={busy} onClick={decline}>Decline</button>
        </p>
      </div>
      {!user && <SignIn stay />}
    </>
  );
}

function Answered({ answer, coachId }: { answer: Answer; coachId: string }) {
  const [title, words] = ANSWERS[answer];
  return (
    <div className="card narrow" role="status">
      <h1>{title}</h1>
      <p>{words}</p>
      <p>{answer === "accepted" ? <Link to={"/coaches/" + coachId} className="button">See free times</Link> : <Link to="/">Find a coach</Link>}</p>
    </div>
  );
}
