/** Money, times and statuses as a person reads them. Amounts stay integers: the decimal point is put in as text. */
import { viewerZone, type Side } from "./api";

const digitsOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

export function money(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, "’");
  return `${minor < 0 ? "−" : ""}${currency} ${whole}${digits ? "." + text.slice(-digits) : ""}`;
}

const formatted = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(undefined, { timeZone: viewerZone, ...options });
  return (instant: string) => format.format(new Date(instant));
};

export const time = formatted({ hour: "2-digit", minute: "2-digit" });
export const dayAndTime = formatted({ weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

export const day = formatted({ day: "numeric", month: "long", year: "numeric" });

/** A calendar date, which has no zone. */
export const date = (day: string) =>
  new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day + "T12:00:00Z"));

/** Today in the viewer's zone, so many days later. */
export function dateFromToday(days: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: viewerZone }).format(new Date());
  return new Date(Date.parse(today + "T12:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
}

const STATUSES: Record<string, [words: string, tone: "" | "warn" | "bad"]> = {
  placing: ["Being placed…", "warn"],
  awaiting_payment: ["Waiting for your payment", "warn"],
  requested: ["Waiting for the coach", "warn"],
  time_suggested: ["Other times suggested", "warn"],
  firm_booked: ["Confirmed", ""],
  confirmed: ["Confirmed", ""],
  scheduled: ["Scheduled", ""],
  rescheduled: ["Moved", ""],
  completed: ["Completed", ""],
  no_show: ["Not attended", "bad"],
  pending_minimum_attendees: ["Waiting for more people", "warn"],
  rejected: ["Not booked", "bad"],
  declined: ["Declined", "bad"],
  expired: ["Expired", "bad"],
  cancelled_by_client: ["Cancelled by the client", "bad"],
  cancelled_by_coach: ["Cancelled by the coach", "bad"],
};

/** What the coach reads where it is not the same. */
const FOR_COACHES: typeof STATUSES = {
  awaiting_payment: ["Waiting for the payment", "warn"],
  requested: ["Waiting for you", "warn"],
  time_suggested: ["Waiting for the client", "warn"],
};

export const status = (name: string, side: Side) => (side === "coach" ? FOR_COACHES[name] : undefined) ?? STATUSES[name] ?? [name.replace(/_/g, " "), ""];
