import { createRoot } from "react-dom/client";
import * as api from "./api";
import { Bookings, OneBooking } from "./bookings";
import { CoachPage } from "./coach";
import { Coaches } from "./coaches";
import { Connections } from "./connections";
import { go, Link, SessionProvider, useIsAt, useSession } from "./frame";
import { InvitationPage } from "./invitation";
import { Invoices } from "./invoices";
import { BoughtPackages } from "./packages";
import { SignIn } from "./sign-in";

function Top() {
  const path = useIsAt();
  const { user, enter } = useSession();
  const leave = async () => { await api.logOut(); enter(null); go("/"); };
  return (
    <header className="top">
      <nav aria-label="Main">
        <Link to="/" className="brand">Coachbook</Link>
        {user && <Link to="/bookings">My bookings</Link>}
        {user?.roles.includes("coach") && <Link to="/requests">Requests</Link>}
        {user && <Link to="/packages">Packages</Link>}
        {user && <Link to="/invoices">Invoices</Link>}
        {user && <Link to="/connections">Connections</Link>}
        {user?.roles.includes("coach") && <Link to={"/coaches/" + user.id}>My page</Link>}
        {user
          ? <button type="button" className="link" onClick={leave}>Sign out {user.name}</button>
          : path !== "/invitation" && <Link to="/sign-in">Sign in</Link>}
      </nav>
    </header>
  );
}

function Content() {
  const path = useIsAt();
  const { user, known } = useSession();
  const [, first, second] = path.split("/");
  if (first === "") return <Coaches />;
  if (first === "coaches" && second) return <CoachPage key={second} coachId={second} />;
  if (!known) return <p role="status">One moment…</p>;
  if (first === "invitation") return <InvitationPage />;
  if (first === "sign-in") return <SignIn />;
  if (!user) return <SignIn stay />;
  if (first === "bookings" && second) return <OneBooking key={second} id={second} />;
  if (first === "bookings") return <Bookings side="client" />;
  if (first === "requests") return <Bookings side="coach" />;
  if (first === "packages") return <BoughtPackages />;
  if (first === "invoices") return <Invoices />;
  if (first === "connections") return <Connections />;
  return <><h1>There is no such page</h1><p><Link to="/">Find a coach</Link></p></>;
}

function App() {
  return (
    <SessionProvider>
      <a className="skip" href="#content">To the content</a>
      <Top />
      <main id="content" tabIndex={-1}><Content /></main>
    </SessionProvider>
  );
}

createRoot(document.getElementById("page")!).render(<App />);
