/** Packages of prepaid sessions: what a coach sells, and what one has bought. */
import { useRef, useState } from "react";
import { call, everything, type Package, type Page, type Purchase, type SessionType } from "./api";
import { day, money } from "./format";
import { Failure, go, Link, useAction, useLive, useName, useRead, useSession } from "./frame";
import { PayLater, Payment } from "./payment";

type Bought = { purchase: Purchase; paymentIntentClientSecret?: string };

/** The packages that can pay for such a session, the one that is used first on top. */
export const payingFor = (bought: Purchase[], coachId: string, typeId: string, minutes: number) =>
  bought
    .filter((p) => p.coachId === coachId && p.status === "active" && p.left > 0 && minutes <= p.maxMinutes && (p.sessionTypeIds.length === 0 || p.sessionTypeIds.includes(typeId)))
    .sort((a, b) => (a.expiresAt ?? "").localeCompare(b.expiresAt ?? ""));

const sessions = (count: number) => (count === 1 ? "1 session" : `${count} sessions`);

/** What this coach sells prepaid; nothing where he sells nothing. */
export function PackagesForSale({ coachId, types }: { coachId: string; types: SessionType[] }) {
  const { user, known } = useSession();
  const { value } = useRead(() => call<Page<Package>>("GET", "/api/packages?coachId=" + encodeURIComponent(coachId)), [coachId, known]);
  if (!value || value.items.length === 0 || user?.id === coachId) return null;
  return (
    <section aria-label="Packages">
      <h2>Prepaid packages</h2>
      <ul className="plain">{value.items.map((offer) => <Offer key={offer.id} offer={offer} types={types} />)}</ul>
    </section>
  );
}

function Offer({ offer, types }: { offer: Package; types: SessionType[] }) {
  const { user } = useSession();
  const key = useRef(crypto.randomUUID());
  const [bought, setBought] = useState<Bought | null>(null);
  const [paid, setPaid] = useState(false);
  const { busy, failure, run } = useAction();
  const names = types.filter((t) => offer.sessionTypeIds.includes(t.id)).map((t) => t.name);
  const buy = () => {
    if (!user) return go("/sign-in?back=" + encodeURIComponent(location.pathname));
    void run(async () => setBought(await call<Bought>("POST", `/api/packages/${offer.id}/purchase`, { expectedFinal: offer.cost.final }, { "Idempotency-Key": key.current })));
  };
  return (
    <li className="card">
      <div className="row apart"><strong>{offer.name}</strong><strong>{money(offer.cost.final, offer.cost.currency)}</strong></div>
      <p className="soft">{sessions(offer.credits)} of up to {offer.maxMinutes} minutes{names.length > 0 && <>, for {names.join(", ")}</>}. Book them within {offer.validityDays} days.</p>
      <Failure of={failure} />
      {!bought && <button type="button" disabled={busy} aria-label={"Buy " + offer.name} onClick={buy}>Buy</button>}
      {bought?.paymentIntentClientSecret && !paid && <Payment clientSecret={bought.paymentIntentClientSecret} price={bought.purchase.price} charged="at once" done={() => setPaid(true)} />}
      {bought && (paid || !bought.paymentIntentClientSecret) && <p className="note" role="status">Thank you. <Link to="/packages">Your packages</Link> show it as soon as the payment has arrived.</p>}
    </li>
  );
}

const STATUSES: Record<string, [words: string, tone: "" | "warn" | "bad"]> = {
  awaiting_payment: ["Waiting for the payment", "warn"],
  active: ["Active", ""],
  used_up: ["Used up", "warn"],
  expired: ["Expired", "bad"],
  cancelled: ["Not bought", "bad"],
  refunded: ["Paid back", "bad"],
};

/** The packages that one has bought, or sold; they change as they are paid and used. */
export function BoughtPackages() {
  const { user } = useSession();
  const { value, failure, again } = useRead(() => everything<Purchase>("/api/packages/purchases"), [user!.id]);
  useLive((frame) => { if (frame !== "availability_update") again(); });
  return (
    <>
      <h1>Packages</h1>
      <Failure of={failure} />
      {value?.length === 0 && <p className="soft">No packages yet. What a coach sells prepaid is on his page.</p>}
      <ul className="plain" aria-live="polite">{value?.map((purchase) => <PurchaseCard key={purchase.id} purchase={purchase} again={again} />)}</ul>
    </>
  );
}

function PurchaseCard({ purchase, again }: { purchase: Purchase; again: () => void }) {
  const { user } = useSession();
  const isCoach = purchase.coachId === user!.id;
  const other = useName(isCoach ? purchase.clientId : purchase.coachId);
  const [words, tone] = STATUSES[purchase.status] ?? [purchase.status.replace(/_/g, " "), ""];
  return (
    <li className="card">
      <div className="row apart">
        <span><strong>{purchase.name}</strong>{other && <> {isCoach ? "for" : "with"} {isCoach ? other : <Link to={"/coaches/" + purchase.coachId}>{other}</Link>}</>}</span>
        <span className={"tag " + tone}>{words}</span>
      </div>
      <p>{purchase.left} of {sessions(purchase.credits)} left{purchase.expiresAt && <>, to be booked until {day(purchase.expiresAt)}</>}<br />
        <span className="soft small">{money(purchase.price.final, purchase.price.currency)} · ordered {day(purchase.orderedAt)}</span></p>
      {!isCoach && purchase.status === "awaiting_payment" && <PayLater id={purchase.id} price={purchase.price} charged="at once" done={again} />}
    </li>
  );
}
