/* The page a note is written on: times by a press, places by a press, and only the fields that are asked for. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form.note-form");
  if (form) helpWriting(form);
});

function helpWriting(form) {
  const field = (name) => form.querySelector(`[name=${name}]`);
  const changed = (input) => input.dispatchEvent(new Event("change", { bubbles: true }));
  const times = form.querySelector("[data-quick-times]");
  if (times) {
    times.hidden = false;
    times.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const began = field("started_at"), ended = field("stopped_at");
      if ("now" in button.dataset) ended.value = asTime(minutesNow(form));
      else if (began.value) ended.value = asTime(inMinutes(began.value) + Number(button.dataset.minutes));
      else {
        ended.value = ended.value || asTime(minutesNow(form));
        began.value = asTime(inMinutes(ended.value) - Number(button.dataset.minutes));
      }
      changed(ended);
    });
  }
  for (const quick of form.querySelectorAll("[data-quick]")) {
    const input = document.getElementById(quick.dataset.quick);
    quick.hidden = !quick.querySelector("button");
    quick.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) { input.value = button.textContent.trim(); changed(input); }
    });
  }
  /* With a plan line chosen, the line says which service and which outcome it is. */
  const follow = () => {
    const chosen = form.querySelector("[name=plan_line]:checked");
    const isLine = Boolean(chosen && chosen.value);
    for (const part of form.querySelectorAll("[data-kind], [data-outcome]")) part.hidden = isLine;
  };
  form.addEventListener("change", (event) => { if (event.target.name === "plan_line") follow(); });
  follow();
  /* How many took part is asked of a group. */
  const counted = form.querySelector("[data-group]");
  const count = () => { counted.hidden = form.querySelector("[name=modality]:checked")?.value !== "group"; };
  if (counted) { form.addEventListener("change", count); count(); }
  /* Checks that cannot be asked for while there is no connection are asked for later; nothing needs the reader. */
  const checks = document.getElementById("checks");
  if (!checks) return;
  for (const name of ["htmx:sendError", "htmx:timeout"]) checks.addEventListener(name, (event) => event.stopPropagation());
  /* Signed out meanwhile: the checks do not lead away from what is typed. Sending does, once it is kept. */
  checks.addEventListener("htmx:beforeOnLoad", (event) => { if (event.detail.xhr.getResponseHeader("HX-Redirect")) event.preventDefault(); });
  /* Sent: nothing is asked any more, and an answer still under way would find its place gone. */
  form.addEventListener("submit", () => {
    if (!checks.isConnected) return;
    htmx.trigger(checks, "htmx:abort");
    checks.replaceWith(checks.cloneNode(true));
  }, true);
}

/* The day and the minute of now in the program's own time, wherever the device thinks it is. */
function dayNow(form) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: form.dataset.zone, dateStyle: "short" }).format(new Date());
}

function minutesNow(form) {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: form.dataset.zone, timeStyle: "short" }).format(new Date());
  return Math.floor(inMinutes(time) / 5) * 5;
}

function inMinutes(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function asTime(minutes) {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
