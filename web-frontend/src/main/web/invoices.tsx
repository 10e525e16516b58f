import { download, everything, type Invoice } from "./api";
import { day, money } from "./format";
import { Failure, useAction, useLive, useName, useRead, useSession } from "./frame";

const KINDS: Record<string, string> = { invoice: "Invoice", credit_note: "Credit note", reversal: "Reversal" };

/** The documents about one's payments, as client or as coach. */
export function Invoices() {
  const { user } = useSession();
  const { value, failure, again } = useRead(() => everything<Invoice>("/api/invoices"), [user!.id]);
  useLive((frame) => { if (frame === "notification") again(); });
  return (
    <>
      <h1>Invoices</h1>
      <Failure of={failure} />
      {value?.length === 0 && <p className="soft">No invoices yet. Each payment gets one, each refund a credit note.</p>}
      <ul className="plain" aria-live="polite">{value?.map((invoice) => <InvoiceCard key={invoice.id} invoice={invoice} />)}</ul>
    </>
  );
}

function InvoiceCard({ invoice }: { invoice: Invoice }) {
  const { user } = useSession();
  const isCoach = invoice.coachId === user!.id;
  const other = useName(isCoach ? invoice.clientId : invoice.coachId);
  const { busy, failure, run } = useAction();
  const title = `${KINDS[invoice.kind] ?? invoice.kind} ${invoice.number}`;
  return (
    <li className="card">
      <div className="row apart">
        <span><strong>{title}</strong>{other && <> {isCoach ? "to" : "from"} {other}</>}</span>
        <strong>{money(invoice.kind === "credit_note" ? -invoice.final : invoice.final, invoice.currency)}</strong>
      </div>
      <p className="soft small">{day(invoice.issuedAt)}{invoice.corrects && <> · corrects {invoice.corrects}</>}</p>
      <Failure of={failure} />
      <button type="button" className="link" disabled={busy} aria-label={`Download ${title} as PDF`} onClick={() => void run(() => download(invoice.pdf, `${invoice.number}.pdf`))}>Download as PDF</button>
    </li>
  );
}
