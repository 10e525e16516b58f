/** What all pages share: who is signed in, where we are, problems, and what happens live. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import * as api from "./api";
import { Problem, type User } from "./api";

export function useIsAt(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener("popstate", moved);
    return () => removeEventListener("popstate", moved);
  }, []);
  return path;
}

export function go(path: string) {
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
  document.getElementById("content")?.focus();
}

export function Link({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  const path = useIsAt();
  const follow = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return <a href={to} className={className} aria-current={path === to ? "page" : undefined} onClick={follow}>{children}</a>;
}

type Session = { user: User | null; known: boolean; enter: (user: User | null) => void };
const SessionContext = createContext<Session>({ user: null, known: false, enter: () => {} });
export const useSession = () => useContext(SessionContext);

/** Signs in by the cookie when the page opens, and again before the access token runs out. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [user, setUser] = useState<User | null>(null);
  const [known, setKnown] = useState(false);
  useEffect(() => { api.refresh().then(setUser).finally(() => setKnown(true)); }, []);
  useEffect(() => {
    if (!user) return;
    const timer = setInterval(() => api.refresh().then(setUser), 4 * 60_000);
    return () => clearInterval(timer);
  }, [user?.id]);
  return <SessionContext.Provider value={{ user, known, enter: setUser }}>{children}</SessionContext.Provider>;
}

/** Reads something when the page shows it, and again on `again()`. */
export function useRead<T>(read: () => Promise<T>, depends: unknown[]): { value: T | null; failure: Problem | null; again: () => void } {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    read().then(
      (found) => { if (current) { setValue(found); setFailure(null); } },
      (problem) => { if (current) setFailure(problem); });
    return () => { current = false; };
  }, [...depends, round]);
  return { value, failure, again: useCallback(() => setRound((r) => r + 1), []) };
}

/** How somebody is called; empty while that is not known. */
export function useName(userId: string): string {
  return useRead(() => api.nameOf(userId), [userId]).value ?? "";
}

/** Does something once at a time and keeps why it was refused. */
export function useAction(): { busy: boolean; failure: Problem | null; run: (work: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (problem) {
      setFailure(problem instanceof Problem ? problem : new Problem(0, "network", "The server cannot be reached. Please try again.", {}));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run };
}

export function Failure({ of }: { of: Problem | null }) {
  return <div role="alert">{of && <p className="note bad">{of.message}</p>}</div>;
}

/** Calls back on every live frame; comes back by itself, with what was missed, when the connection is lost. */
export function useLive(onFrame: (type: string) => void, watch?: string) {
  const { user } = useSession();
  const latest = useRef(onFrame);
  latest.current = onFrame;
  useEffect(() => {
    if (!user) return;
    let socket: WebSocket | null = null;
    let since: string | null = null;
    let timer = 0;
    let pause = 1_000;
    let closed = false;
    const open = () => {
      const token = encodeURIComponent("Bearer " + api.currentToken());
      const address = location.origin.replace(/^http/, "ws") + "/ws";
      socket = new WebSocket(address, ["bearer-token-carrier", "quarkus-http-upgrade#Authorization#" + token]);
      socket.onopen = () => {
        pause = 1_000;
        if (since) socket?.send(JSON.stringify({ since }));
        if (watch) socket?.send(JSON.stringify({ watch: { coachId: watch } }));
      };
      socket.onmessage = (message) => {
        const frame = JSON.parse(message.data);
        since = frame.id ?? since;
        latest.current(frame.type);
      };
      socket.onclose = () => {
        if (closed) return;
        timer = window.setTimeout(() => api.refresh().then((still) => { if (still && !closed) open(); }), pause);
        pause = Math.min(2 * pause, 30_000);
      };
    };
    const keep = setInterval(() => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ authenticate: api.currentToken() }));
    }, 4 * 60_000 + 5_000);
    open();
    return () => { closed = true; clearTimeout(timer); clearInterval(keep); socket?.close(); };
  }, [user?.id, watch]);
}
