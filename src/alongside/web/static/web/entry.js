/* What is typed in a form of class "entry" is kept: on the server every few seconds, and on this device, locked with
   the reader's own key, while the server cannot be reached or the reader is signed out. Sending waits for a connection. */
"use strict";

const KEPT = "alongside:kept:", PAUSE = 1500, LONGEST_PAUSE = 6000, TRY_AGAIN = 4000;

document.addEventListener("DOMContentLoaded", () => {
  const own = document.querySelector("meta[name=own-key]");
  if (!own) return;
  const device = deviceCopies(own.content);
  for (const form of document.querySelectorAll("form.entry")) keepTyped(form, own.dataset.address, device);
  const wrong = document.getElementById("wrong");
  if (wrong) wrong.focus();
  tellUnsent(device);
});

function keepTyped(form, address, device) {
  const page = location.pathname, line = form.querySelector("[data-kept-line]");
  let last = fields(asServed(form)), timer = 0, since = 0, sending = false;
  const tell = (words, isTrouble) => { if (line) { line.textContent = words; line.classList.toggle("kept-trouble", Boolean(isTrouble)); } };

  const keep = async () => {
    timer = since = 0;
    const typed = fields(form);
    const outcome = await post(address, page, typed, form);
    if (outcome.kept) { last = typed; device.drop(page); tell(`Kept ${clock()}`); }
    else if (outcome.problem) tell(outcome.problem, true);
    else { await device.put(page, typed); last = typed; tell(outcome.signedOut ? "You were signed out. What you typed is kept on this device." : "No connection. What you typed is kept on this device.", true); }
    return outcome;
  };
  const soon = () => {
    if (fields(form) === last) return;
    since = since || Date.now();
    clearTimeout(timer);
    timer = setTimeout(keep, Math.min(PAUSE, Math.max(0, since + LONGEST_PAUSE - Date.now())));
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  soon();  /* on a slow connection somebody types before this script has come */

  /* The last keystrokes before a tab is closed: a request that outlives the page, and the copy on this device. */
  const leave = () => {
    const typed = fields(form);
    if (sending || typed === last) return;
    clearTimeout(timer);
    device.put(page, typed);
    post(address, page, typed, form, true).then((outcome) => { if (outcome.kept) { last = typed; device.drop(page); } });
  };
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
  window.addEventListener("pagehide", leave);

  form.addEventListener("submit", async (event) => {
    if (sending) { event.preventDefault(); return; }
    event.preventDefault();
    sending = true;
    clearTimeout(timer);
    const button = event.submitter;
    const send = async () => {
      const outcome = await keep();
      if (outcome.kept || outcome.problem) { device.drop(page); if (button && button.name) addField(form, button); form.submit(); return; }
      if (outcome.signedOut) { sending = false; location.assign(`/account/login/?next=${encodeURIComponent(page)}`); return; }
      tell("No connection. Kept on this device; it is sent as soon as there is a connection.", true);
      setTimeout(send, TRY_AGAIN);
    };
    await send();
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) sending = false; });
  restore(page, form, address, device);
}

/* A copy newer than the server's: give it to the server, and open the page again, which shows it. */
async function restore(page, form, address, device) {
  const copy = await device.get(page);
  if (!copy) return;
  const known = Date.parse(form.dataset.keptAt || "") || 0;
  if (copy.at <= known) { device.drop(page); return; }
  const outcome = await post(address, page, copy.typed, form);
  if (!outcome.kept) return;
  device.drop(page);
  location.reload();
}

async function post(address, page, typed, form, leaving = false) {
  const body = new URLSearchParams(typed);
  body.set("page", page);
  body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "manual", keepalive: leaving && body.toString().length < 60000 });
    if (answer.ok) return { kept: true };
    if (answer.status === 422) return { problem: (await answer.json()).problem };
    return { signedOut: answer.type === "opaqueredirect" || answer.status === 403 };
  } catch { return {}; }
}

/* The form as the server gave it, whatever was typed into it since. */
function asServed(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return copy;
}

function fields(form) {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "csrfmiddlewaretoken") typed.append(name, value);
  return typed.toString();
}

function addField(form, button) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: button.name, value: button.value });
  form.append(field);
}

function clock() {
  return new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/* Copies on this device, readable only with the key that a page of the signed-in reader carries. */
function deviceCopies(secret) {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  const isLocked = Boolean(window.crypto && crypto.subtle);
  const key = !isLocked ? null : typeof secret === "string" ? crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]) : secret;
  return {
    async put(page, typed) {
      if (!isLocked) return;
      const iv = crypto.getRandomValues(new Uint8Array(12)), at = Date.now();
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(typed));
      try { localStorage.setItem(KEPT + page, JSON.stringify({ at, iv: text(iv), data: inPieces(data, text) })); } catch { /* the device is full: the form itself still holds it */ }
    },
    async get(page) {
      const stored = localStorage.getItem(KEPT + page);
      if (!isLocked || !stored) return null;
      try {
        const { at, iv, data } = JSON.parse(stored);
        const whole = Uint8Array.from(data.flatMap((piece) => [...bytes(piece)]));
        const typed = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await key, whole);
        return { at, typed: new TextDecoder().decode(typed) };
      } catch { return null; /* another reader's: it stays locked */ }
    },
    drop(page) { localStorage.removeItem(KEPT + page); },
    async pages() {
      const all = Object.keys(localStorage).filter((name) => name.startsWith(KEPT)).map((name) => name.slice(KEPT.length));
      const own = await Promise.all(all.map(async (page) => ((await this.get(page)) ? page : null)));
      return own.filter(Boolean);
    },
  };
}

function inPieces(buffer, text) {
  const whole = new Uint8Array(buffer), pieces = [];
  for (let from = 0; from < whole.length; from += 8192) pieces.push(text(whole.slice(from, from + 8192)));
  return pieces;
}

/* Typing that waits on this device for another page is named wherever the reader goes. */
async function tellUnsent(device) {
  const place = document.getElementById("unsent");
  if (!place) return;
  const pages = (await device.pages()).filter((page) => page !== location.pathname);
  if (!pages.length) return;
  place.querySelector("[data-unsent-link]").href = pages[0];
  place.querySelector("[data-unsent-count]").textContent = pages.length === 1 ? "Something you typed on this device has not been sent." : `${pages.length} things you typed on this device have not been sent.`;
  place.hidden = false;
}
