/** Talks to the gateway. The access token lives in this module's memory only; the refresh token is a cookie no script can read. */

export type User = { id: string; name: string; roles: string[]; timeZone: string; locale: string };
export type Page<T> = { items: T[]; next: string | null };
export type Profile = { id: string; name: string; roles: string[]; timeZone: string };
export type SessionType = { id: string; name: string; description?: string; format: string; duration: { default: number; min: number; max: number; step: number } };
export type Slot = { start: string; end: string; seatsLeft?: number; heldByYou?: boolean };
export type Slots = { timeZone: string; days: { date: string; slots: Slot[] }[]; nextAvailable: Slot | null };
export type Hold = { id: string; start: string; end: string; expiresAt: string };
export type Price = { currency: string; base: number; discounts: { type: string; amount: number; description?: string }[]; vat: { ratePercent: string; amount: number; included: boolean }; final: number };
export type Quote = { quote: string; price: Price; cancellationPolicy: { tiers: { moreThanHours: number; refundPercent: number }[] }; expiresAt: string };
export type Side = "client" | "coach";
/** Other times that one party offers to the other, who takes one by its number. */
export type Proposal = { by: Side; times: { number: number; start: string; end: string }[]; deadline: string; message?: string };
export type Booking = {
  id: string; coachId: string; clientId: string; sessionType: { id: string; name: string }; start: string; end: string; timeZone: string; status: string;
  price: Price; payment: { status: string; declineCode?: string }; pending?: { action: string; by: string }; deadline?: string; reason?: string; title?: string; notes?: string; proposal?: Proposal; sequence: number;
};
export type Connection = { id: string; coachId: string; clientId?: string; email?: string; status: string; requestedBy: string };
export type Placed = { booking: Booking; paymentIntentClientSecret?: string };
/** What a coach sells prepaid; `cost.final` is what it costs with tax. */
export type Package = { id: string; name: string; credits: number; maxMinutes: number; sessionTypeIds: string[]; validityDays: number; cost: Price };
/** A package that a client has bought, or is about to. */
export type Purchase = {
  id: string; coachId: string; clientId: string; name: string; status: string; credits: number; left: number; maxMinutes: number; sessionTypeIds: string[]; price: Price; orderedAt: string; payBy: string; expiresAt?: string;
};
export type Invoice = { id: string; number: string; kind: string; coachId: string; clientId: string; issuedAt: string; currency: string; final: number; corrects?: string; pdf: string };
export type Settings = { stripeApi: string; stripePublishableKey: string };

type SignedIn = { accessToken: string; expiresIn: number; user: User };

/** A refused request, as the gateway explains it (RFC 9457). */
export class Problem extends Error {
  constructor(readonly status: number, readonly type: string, detail: string, readonly more: Record<string, unknown>) {
    super(detail);
  }
}

let accessToken: string | null = null;
let refreshing: Promise<User | null> | null = null;

export const currentToken = () => accessToken;

async function problemOf(answer: Response): Promise<Problem> {
  const body = await answer.json().catch(() => ({}));
  const type = String(body.type ?? "").replace(/.*\//, "");
  return new Problem(answer.status, type, body.detail ?? "The server did not answer as expected. Please try again.", body);
}

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all: Record<string, string> = { ...headers };
  if (body !== undefined) all["Content-Type"] = "application/json";
  if (accessToken) all["Authorization"] = "Bearer " + accessToken;
  return fetch(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body) });
}

/** A token that has just run out is replaced once. */
async function ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response> {
  let answer = await send(method, path, body, headers);
  if (answer.status === 401 && accessToken && (await refresh())) answer = await send(method, path, body, headers);
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

/** Calls the API. */
export async function call<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  const answer = await ask(method, path, body, headers);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** A whole list, page by page. */
export async function everything<T>(path: string): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Page<T> = await call("GET", path + (cursor && "?cursor=" + encodeURIComponent(cursor)));
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

/** Saves a document that only its parties may read; a plain link would ask for it without the token. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await ask("GET", path);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const names = new Map<string, Promise<string>>();

/** How somebody is called; asked once, unless it could not be had. */
export function nameOf(userId: string): Promise<string> {
  const known = names.get(userId) ?? call<Profile>("GET", "/api/users/" + userId).then((profile) => profile.name);
  names.set(userId, known);
  known.catch(() => names.delete(userId));
  return known;
}

async function enter(path: string, body?: unknown): Promise<User> {
  const answer = await send("POST", path, body);
  if (!answer.ok) throw await problemOf(answer);
  const signedIn: SignedIn = await answer.json();
  accessToken = signedIn.accessToken;
  return signedIn.user;
}

/** A new access token for the cookie, or null when nobody is signed in. Tabs and calls that ask at once share one request. */
export function refresh(): Promise<User | null> {
  refreshing ??= enter("/api/auth/refresh")
    .catch(() => { accessToken = null; return null; })
    .finally(() => { refreshing = null; });
  return refreshing;
}

export const logIn = (email: string, password: string) => enter("/api/auth/login", { email, password });

export const register = (email: string, password: string, name: string, role: string) =>
  enter("/api/auth/register", { email, password, name, role, timeZone: viewerZone, locale: navigator.language });

export async function logOut(): Promise<void> {
  await send("POST", "/api/auth/logout");
  accessToken = null;
}

/** The viewer's own zone: all times on the page are in it. */
export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Confirms a payment as Stripe.js does: with the publishable key and the client secret, straight at Stripe. */
export async function confirmPayment(settings: Settings, clientSecret: string, paymentMethod: string): Promise<string> {
  const intent = clientSecret.split("_secret_")[0];
  const answer = await fetch(`${settings.stripeApi}/v1/payment_intents/${intent}/confirm`, {
    method: "POST",
    headers: { Authorization: "Bearer " + settings.stripePublishableKey },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: paymentMethod, return_url: location.origin + "/bookings" }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Problem(answer.status, "payment-declined", body.error?.message ?? "The payment was refused.", body);
  return body.next_action?.redirect_to_url?.url ?? "";
}
