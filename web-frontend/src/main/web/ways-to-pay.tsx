import { type FormEvent } from "react";
import { everything, type Price, type Purchase } from "./api";
import { day } from "./format";
import { useRead } from "./frame";
import { payingFor } from "./packages";

/** What takes something off the price; one of them at most. */
export type WayToPay = { promotionCode?: string; usePackage?: boolean };

/** A prepaid session where the client has one, or a code; each choice asks for the price anew, which says what was taken. */
export function WaysToPay({ coachId, typeId, minutes, price, busy, choose }:
  { coachId: string; typeId: string; minutes: number; price: Price; busy: boolean; choose: (way: WayToPay) => void }) {
  const prepaid = price.discounts.some((discount) => discount.type === "package");
  const bought = useRead(() => everything<Purchase>("/api/packages/purchases"), []);
  const usable = payingFor(bought.value ?? [], coachId, typeId, minutes)[0];
  const redeem = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const promotionCode = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    choose(promotionCode ? { promotionCode } : {});
  };
  return (
    <>
      {usable && <label className="check">
        <input type="checkbox" checked={prepaid} disabled={busy} onChange={(e) => choose(e.target.checked ? { usePackage: true } : {})} />
        Use “{usable.name}”: {usable.left} left{usable.expiresAt && <>, until {day(usable.expiresAt)}</>}
      </label>}
      {!prepaid && <details>
        <summary>I have a promotion code</summary>
        <form className="row" onSubmit={redeem}>
          <input name="code" aria-label="Promotion code" maxLength={30} autoCapitalize="characters" autoComplete="off" />
          <button className="plain" disabled={busy}>Apply</button>
        </form>
      </details>}
    </>
  );
}
