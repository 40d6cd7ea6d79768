/* The page for when there is no connection: choose a participant, write the note, and it waits here, locked. */
"use strict";

const NOTES_ON_DEVICE = "/notes/device/";

document.addEventListener("DOMContentLoaded", async () => {
  const reader = await readerHere();
  const known = reader && (await unlock(reader.key, PEOPLE));
  show("locked", !reader);
  if (!reader) return;
  const device = deviceCopies(reader.key);
  const page = { key: reader.key, people: known ? known.people : [], device, editing: null };
  page.form = document.querySelector("form.note-form");
  listPeople(page);
  watchTyping(page);
  page.form.addEventListener("submit", (event) => { event.preventDefault(); keepNote(page); });
  document.querySelector("[data-other]").addEventListener("click", () => open(page, null));
  const asked = /^\/notes\/new\/([0-9a-f-]{36})\/$/.exec(location.pathname);
  await open(page, asked ? page.people.find((one) => one.id === asked[1]) || null : null);
  await showWaiting(page);
  const round = () => sendFromHere(page);
  window.addEventListener("online", round);
  setInterval(round, 5000);
  round();
});

function show(name, isShown) {
  for (const part of document.querySelectorAll(`[data-part=${name}]`)) part.hidden = !isShown;
}

const pathOf = (person) => `/notes/new/${person.id}/`;

function listPeople(page) {
  const list = document.querySelector("[data-people]");
  list.replaceChildren(...page.people.map((person) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = person.name;
    button.addEventListener("click", () => open(page, person));
    item.append(button);
    return item;
  }));
  show("nobody", !page.people.length);
}

async function open(page, person, note = null) {
  page.person = person;
  page.editing = note;
  show("choose", !person);
  show("write", Boolean(person));
  show("which-service", false);
  if (!person) return;
  document.querySelector("[data-name]").textContent = person.name;
  page.form.reset();
  offerLines(page.form, person.lines);
  const kept = note ? { typed: note.typed } : await page.device.get(pathOf(person));
  if (kept) fill(page.form, kept.typed);
  else page.form.querySelector("[name=served_on]").value = dayNow(page.form);
  page.form.dispatchEvent(new Event("shown"));
  page.form.querySelector("[name=plan_line]").dispatchEvent(new Event("change", { bubbles: true }));
  tellKept(kept && !note ? "This is what you typed here before." : "");
}

/* The form holds one choice, that of no plan line; the participant's own lines are put before it. */
function offerLines(form, lines) {
  const row = form.querySelector(".lines .choices-row"), none = row.querySelector(":scope > div:last-child");
  row.replaceChildren(...lines.map((line, nth) => {
    const choice = none.cloneNode(true), input = choice.querySelector("input"), label = choice.querySelector("label");
    input.id = label.htmlFor = `line_${nth}`;
    input.value = line.id;
    label.textContent = line.label;
    return choice;
  }), none);
  const only = lines.length === 1 ? row.querySelector("input") : null;
  if (only) only.checked = true;
}

function fill(form, typed) {
  for (const [name, value] of new URLSearchParams(typed)) {
    for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (input.type === "radio") input.checked = input.value === value;
      else input.value = value;
    }
  }
}

function watchTyping(page) {
  let timer = 0;
  const keep = async () => { if (page.person && !page.editing) { await page.device.put(pathOf(page.person), fields(page.form)); tellKept("Kept on this device."); } };
  const soon = () => { clearTimeout(timer); timer = setTimeout(keep, 700); };
  page.form.addEventListener("input", soon);
  page.form.addEventListener("change", (event) => { if (event.isTrusted) soon(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && timer) keep(); });
  page.stopKeeping = () => { clearTimeout(timer); timer = 0; };
}

function tellKept(words) { document.querySelector("[data-kept-line]").textContent = words; }

/* Without either the program could not take the note, and the writer would learn of it only once there is a connection. */
function saysWhichService(form) {
  const said = new FormData(form), isSaid = Boolean(said.get("plan_line") || said.get("kind"));
  show("which-service", !isSaid);
  if (!isSaid) form.querySelector("[name=plan_line]").focus();
  return isSaid;
}

async function keepNote(page) {
  if (!saysWhichService(page.form)) return;
  page.stopKeeping();
  const token = page.editing ? page.editing.token : crypto.randomUUID();
  const note = { token, participant: page.person.id, name: page.person.name, typed: fields(page.form), at: Date.now() };
  await lockIn(page.key, WAITING + token, note);
  page.device.drop(pathOf(page.person));
  await open(page, null);
  document.querySelector("[data-said]").textContent = `The note about ${note.name} waits on this device. It is sent as soon as there is a connection.`;
  await showWaiting(page);
  sendFromHere(page);
}

async function showWaiting(page) {
  const notes = await waitingNotes(page.key), list = document.querySelector("[data-waiting]");
  show("waiting", notes.length > 0);
  list.replaceChildren(...notes.map(({ name, note }) => card(page, name, note)));
}

function card(page, name, note) {
  const item = document.getElementById("waiting-note").content.firstElementChild.cloneNode(true);
  const put = (part, words) => { item.querySelector(`[data-${part}]`).textContent = words; };
  const typed = new URLSearchParams(note.typed), held = note.held;
  put("who", note.name);
  put("when", [typed.get("served_on"), typed.get("started_at")].filter(Boolean).join(", "));
  put("yours", [typed.get("what_was_done"), typed.get("response")].filter(Boolean).join("\n"));
  const there = held && held.there && held.there[0];
  put("state", !held ? "Waits for a connection." : there ? "Not sent: a note of the same time is there already. Both texts stand here." : `Not sent. ${(held.problems || []).join(" ")}`);
  item.querySelector("[data-theirs-part]").hidden = !there;
  if (there) {
    put("theirs", [there.time, there.what_was_done, there.response].filter(Boolean).join("\n"));
    item.querySelector("[data-open-theirs]").href = there.address;
  }
  const on = (part, act) => item.querySelector(`[data-${part}]`).addEventListener("click", act);
  on("write", () => open(page, page.people.find((one) => one.id === note.participant) || { id: note.participant, name: note.name, lines: [] }, note));
  const again = item.querySelector("[data-again]");
  again.hidden = !there;
  again.addEventListener("click", async () => { await lockIn(page.key, name, { ...note, held: null, again: true }); await sendFromHere(page); });
  on("discard", async () => { if (confirm(`Discard the note about ${note.name}? It is nowhere else.`)) { localStorage.removeItem(name); await showWaiting(page); } });
  return item;
}

async function sendFromHere(page) {
  if (page.isSending || !(await waitingNotes(page.key)).some(({ note }) => !note.held || note.again)) return;
  page.isSending = true;
  try {
    const answer = await fetch(`${NOTES_ON_DEVICE}?only=token`, { redirect: "manual", signal: patience() });
    show("sign-in", !answer.ok);
    if (!answer.ok) return;
    const { token } = await answer.json();
    const told = await sendWaiting(page.key, token, NOTES_ON_DEVICE);
    const said = document.querySelector("[data-said]");
    if (told.sent.length) {
      const link = document.createElement("a");
      Object.assign(link, { href: told.sent[0], textContent: "Open it" });
      said.replaceChildren(told.sent.length === 1 ? "The note was sent and is now a draft. " : `${told.sent.length} notes were sent and are now drafts. `, link);
    }
    await showWaiting(page);
  } catch { /* no connection yet */ } finally { page.isSending = false; }
}
