import { useState, type FormEvent } from "react";
import { call, confirmPayment, type Price, type Settings } from "./api";
import { money } from "./format";
import { Failure, useAction, useRead } from "./frame";

/** Stripe's own test cards, by the names of their payment methods. No card number ever passes through us. */
const TEST_CARDS: [method: string, words: string][] = [
  ["pm_card_visa", "Visa, succeeds"],
  ["pm_card_mastercard", "Mastercard, succeeds"],
  ["pm_card_authenticationRequired", "Visa, asks for 3-D Secure"],
  ["pm_card_chargeDeclined", "Visa, is declined"],
  ["pm_card_chargeDeclinedInsufficientFunds", "Visa, has not enough money"],
];

/** The payment form of test mode: real card fields come with Stripe.js and a live key. */
export function Payment({ clientSecret, price, charged = "once the time is confirmed", done }: { clientSecret: string; price: Price; charged?: string; done: () => void }) {
  const settings = useRead(() => call<Settings>("GET", "/api/config"), []);
  const { busy, failure, run } = useAction();
  const [challenge, setChallenge] = useState("");
  const pay = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const method = String(new FormData(event.currentTarget).get("card"));
    void run(async () => {
      const redirect = await confirmPayment(settings.value!, clientSecret, method);
      if (/^https?:/.test(redirect)) setChallenge(redirect);
      else done();
    });
  };
  if (settings.value?.stripePublishableKey.startsWith("pk_live_")) {
    return <p className="note warn">Card payment on this page works in test mode only for now. Your time stays reserved until the payment deadline.</p>;
  }
  if (challenge) {
    return (
      <div className="note warn">
        <p>Your bank wants to hear from you.</p>
        <p className="row"><a className="button" href={challenge} target="_blank" rel="noopener noreferrer">Go to the bank</a><button type="button" className="plain" onClick={done}>I have done that</button></p>
      </div>
    );
  }
  return (
    <form onSubmit={pay}>
      <h2>Pay {money(price.final, price.currency)}</h2>
      <Failure of={failure ?? settings.failure} />
      <label htmlFor="card">Test card</label>
      <select id="card" name="card">{TEST_CARDS.map(([method, words]) => <option key={method} value={method}>{words}</option>)}</select>
      <p className="soft small">Your card is charged {charged}.</p>
      <p><button disabled={busy || !settings.value}>Pay</button></p>
    </form>
  );
}

/** Pays what was ordered before and not paid yet. */
export function PayLater({ id, price, charged, done }: { id: string; price: Price; charged?: string; done: () => void }) {
  const [secret, setSecret] = useState("");
  const { busy, failure, run } = useAction();
  const begin = () => void run(async () => {
    const answer = await call<{ clientSecret: string }>("GET", `/api/payments/${id}/client-secret`);
    setSecret(answer.clientSecret);
  });
  if (secret) return <Payment clientSecret={secret} price={price} charged={charged} done={() => { setSecret(""); done(); }} />;
  return (
    <>
      <Failure of={failure} />
      <p><button type="button" disabled={busy} onClick={begin}>Pay now</button></p>
    </>
  );
}
