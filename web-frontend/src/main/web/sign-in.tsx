import { useState, type FormEvent } from "react";
import * as api from "./api";
import { Failure, go, useAction, useSession } from "./frame";

/** Where to go after signing in: back to a page of our own, never elsewhere. */
function wayBack(): string {
  const back = new URLSearchParams(location.search).get("back") ?? "";
  return /^\/[a-z]/.test(back) ? back : "/bookings";
}

/** @param stay signs in where one is, for a page whose address must not travel, and its fragment must not be lost */
export function SignIn({ stay = false }: { stay?: boolean }) {
  const [fresh, setFresh] = useState(false);
  const { enter } = useSession();
  const { busy, failure, run } = useAction();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    void run(async () => {
      const back = wayBack();
      enter(fresh
        ? await api.register(text("email"), text("password"), text("name"), text("role"))
        : await api.logIn(text("email"), text("password")));
      if (!stay) go(back);
    });
  };
  return (
    <div className="card narrow">
      <h1>{fresh ? "Register" : "Sign in"}</h1>
      <Failure of={failure} />
      <form onSubmit={submit}>
        {fresh && <>
          <label htmlFor="name">Name</label>
          <input id="name" name="name" autoComplete="name" required maxLength={80} />
          <label htmlFor="role">I want to</label>
          <select id="role" name="role"><option value="client">book sessions</option><option value="coach">offer sessions as a coach</option></select>
        </>}
        <label htmlFor="email">E-mail address</label>
        <input id="email" name="email" type="email" autoComplete="email" required maxLength={254} />
        <label htmlFor="password">Password</label>
        <input id="password" name="password" type="password" required minLength={fresh ? 10 : 1} maxLength={128}
          autoComplete={fresh ? "new-password" : "current-password"} aria-describedby={fresh ? "password-rule" : undefined} />
        {fresh && <p id="password-rule" className="soft small">At least 10 characters; a few words are easy to remember.</p>}
        <p><button disabled={busy}>{fresh ? "Register" : "Sign in"}</button></p>
      </form>
      <button type="button" className="link" onClick={() => setFresh(!fresh)}>{fresh ? "I have an account" : "I am new here"}</button>
    </div>
  );
}
