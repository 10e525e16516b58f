import { useDeferredValue, useState } from "react";
import { call, type Page, type Profile } from "./api";
import { Failure, Link, useRead } from "./frame";

export function Coaches() {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const { value, failure } = useRead(() => call<Page<Profile>>("GET", "/api/coaches?q=" + encodeURIComponent(wanted)), [wanted]);
  return (
    <>
      <h1>Find a coach</h1>
      <p className="soft">Real free times, an exact price, and a time that is yours once you hold it.</p>
      <label htmlFor="search">Name</label>
      <input id="search" type="search" value={text} maxLength={80} onChange={(e) => setText(e.target.value)} />
      <Failure of={failure} />
      <p role="status" className="soft small">{value && (value.items.length === 0 ? "Nobody found." : `${value.items.length}${value.next ? " or more" : ""} found`)}</p>
      <ul className="plain">
        {value?.items.map((coach) => (
          <li key={coach.id} className="card row apart">
            <span><strong>{coach.name}</strong><br /><span className="soft small">{coach.timeZone.replace("_", " ")}</span></span>
            <Link to={"/coaches/" + coach.id} className="button plain">See free times</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
