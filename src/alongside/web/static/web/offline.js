/* Notes without a connection. While somebody who writes notes is signed in, this device keeps the empty form, the names
   and plan lines of those they serve, and the notes that wait to be sent; names and notes are locked with the reader's
   own key. The key itself stays on the device for a working day and goes at sign-out; without it nothing can be read. */
"use strict";

const WAITING = "alongside:waiting:", PEOPLE = "alongside:people", FORMS = "alongside-without-a-connection";
const REFRESH = 30 * 60_000, TRY_SENDING = 5000;

document.addEventListener("DOMContentLoaded", async () => {
  if (document.body.hasAttribute("data-without-a-connection") || !window.indexedDB || !window.crypto || !crypto.subtle) return;
  const own = document.querySelector("meta[name=own-key]"), writes = document.querySelector("meta[name=notes-on-device]");
  if (!own) { if (!document.body.classList.contains("signed-in")) await forgetReader(); return; }
  const print = await printOf(own.content), before = await readerHere();
  if (before && before.print !== print) await forgetReader();
  if (!writes) return;
  const key = await importOwn(own.content);
  await keepReader({ key, print, until: before && before.print === print ? before.until : Date.now() + 12 * 3_600_000 });
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/worker.js", { scope: "/" }).catch(() => {});
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  const address = writes.content;
  await refreshPeople(key, print, address);
  if (token) keepSending(key, () => token.value, address, tellWaiting);
});

/* --- the reader and their key --- */

function importOwn(secret) {
  const raw = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function printOf(secret) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`print ${secret}`));
  return asText(new Uint8Array(hash).slice(0, 12));
}

function inDatabase(mode, act) {
  return new Promise((done) => {
    const opening = indexedDB.open("alongside", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("reader");
    opening.onerror = () => done(null);
    opening.onsuccess = () => {
      const database = opening.result, asked = act(database.transaction("reader", mode).objectStore("reader"));
      asked.onsuccess = () => { done(asked.result); database.close(); };
      asked.onerror = () => { done(null); database.close(); };
    };
  });
}

const keepReader = (reader) => inDatabase("readwrite", (store) => store.put(reader, "own"));

async function readerHere() {
  const reader = await inDatabase("readonly", (store) => store.get("own"));
  if (reader && reader.until > Date.now()) return reader;
  if (reader) await forgetReader();
  return null;
}

/* Notes that wait stay, locked: whoever wrote them can send them after signing in again. */
async function forgetReader() {
  await inDatabase("readwrite", (store) => store.delete("own"));
  localStorage.removeItem(PEOPLE);
  if (window.caches) await caches.delete(FORMS);
}

/* --- locking --- */

const asText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const asBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function lockIn(key, name, thing) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(thing)));
  localStorage.setItem(name, JSON.stringify({ iv: asText(iv), data: asText(new Uint8Array(data)) }));
}

async function unlock(key, name) {
  try {
    const { iv, data } = JSON.parse(localStorage.getItem(name));
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: asBytes(iv) }, key, asBytes(data));
    return JSON.parse(new TextDecoder().decode(text));
  } catch { return null; /* another reader's, or nothing there */ }
}

/* --- what the device keeps --- */

async function refreshPeople(key, print, address) {
  const known = await unlock(key, PEOPLE);
  if (known && known.at > Date.now() - REFRESH) return;
  try {
    const answer = await fetch(address, { redirect: "manual" });
    if (!answer.ok) return;
    const { people, files, lasts } = await answer.json();
    await lockIn(key, PEOPLE, { people, at: Date.now() });
    await keepReader({ key, print, until: Date.now() + lasts * 1000 });
    const cache = await caches.open(FORMS);
    await cache.addAll(["/notes/offline/", ...files].map((path) => new Request(path, { cache: "reload" })));
  } catch { /* no connection: what is kept stays */ }
}

/* --- notes that wait to be sent --- */

async function waitingNotes(key) {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(WAITING));
  const all = await Promise.all(names.map(async (name) => ({ name, note: await unlock(key, name) })));
  return all.filter((one) => one.note).sort((one, other) => one.note.at - other.note.at);
}

/* A request that a dying connection swallowed must not keep the next one from being tried; a token is taken once. */
const patience = () => AbortSignal.timeout(15000);

/* Sends what waits, one by one. What the program does not take stays, with the reason, for the writer to settle. */
async function sendWaiting(key, token, address) {
  const told = { sent: [], held: 0, unsent: 0, signedOut: false };
  for (const { name, note } of await waitingNotes(key)) {
    if (note.held && !note.again) { told.held += 1; continue; }
    const body = new URLSearchParams(note.typed);
    body.set("participant", note.participant);
    body.set("token", note.token);
    body.set("csrfmiddlewaretoken", token);
    if (note.again) body.set("anyway", "1");
    try {
      const answer = await fetch(address, { method: "POST", body, redirect: "manual", signal: patience() });
      if (answer.ok) { localStorage.removeItem(name); told.sent.push((await answer.json()).address); }
      else if (answer.status === 409 || answer.status === 422) { await lockIn(key, name, { ...note, again: false, held: await answer.json() }); told.held += 1; }
      else if (answer.status === 404) { await lockIn(key, name, { ...note, again: false, held: { problems: ["You can no longer open this participant. Ask the program coordinator."] } }); told.held += 1; }
      else { told.signedOut = true; told.unsent += 1; }
    } catch { told.unsent += 1; }
  }
  return told;
}

async function keepSending(key, token, address, tell) {
  const once = async () => {
    const told = await sendWaiting(key, token(), address);
    tell(told);
    if (told.unsent && !told.signedOut) setTimeout(round, TRY_SENDING);
  };
  const round = () => (navigator.locks ? navigator.locks.request("alongside-sending", once) : once());
  window.addEventListener("online", round);
  await round();
}

function tellWaiting(told) {
  const place = document.getElementById("waiting");
  if (!place) return;
  const said = place.querySelector("[data-waiting-said]"), link = place.querySelector("a");
  if (told.held || told.unsent) {
    const count = told.held + told.unsent;
    said.textContent = `${count} note${count === 1 ? "" : "s"} written without a connection ${told.held ? (count === 1 ? "needs" : "need") : (count === 1 ? "waits" : "wait")} ${told.held ? "a look from you." : "to be sent."}`;
    link.href = "/notes/offline/";
    link.textContent = "See what waits";
  } else if (told.sent.length) {
    said.textContent = told.sent.length === 1 ? "A note written without a connection is now a draft." : `${told.sent.length} notes written without a connection are now drafts.`;
    link.href = told.sent[0];
    link.textContent = "Open it";
  } else return;
  place.hidden = false;
}
