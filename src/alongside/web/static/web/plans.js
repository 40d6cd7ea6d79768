/* Rows of a plan come and go without loading the page; without this script the same buttons send the form. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  askQuietly();
  const form = document.querySelector("form.entry");
  if (!form) return;
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.add) { event.preventDefault(); addRow(form, button); }
    else if ("remove" in button.dataset) { event.preventDefault(); takeOut(form, button); }
  });
});

/* Asking the rules is beside the writing: no answer, or none because of an expired sign-in, takes nobody off the page. */
function askQuietly() {
  const place = document.getElementById("plan-checks");
  if (!place) return;
  place.addEventListener("htmx:beforeOnLoad", (event) => {
    const answer = event.detail.xhr;
    if (answer.getResponseHeader("HX-Redirect") || answer.getResponseHeader("HX-Refresh") || answer.status >= 400 || !answer.responseURL.includes("/check/")) {
      event.preventDefault();
      sayNotAsked(place);
    }
  });
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    place.addEventListener(name, (event) => { event.stopPropagation(); sayNotAsked(place); });
  }
}

function sayNotAsked(place) {
  if (place.querySelector(".not-asked")) return;
  const note = document.createElement("p");
  note.className = "not-asked quiet small";
  note.textContent = "The rules could not be asked just now. What you type is kept all the same.";
  place.prepend(note);
}

function addRow(form, button) {
  const goal = button.closest(".write-goal"), isLine = button.dataset.add === "line";
  const names = { newgoal: isLine ? goal.dataset.row : newKey(), newline: newKey() };
  const holder = document.createElement("template");
  holder.innerHTML = form.querySelector(`template[data-new=${button.dataset.add}]`).innerHTML.replace(/newgoal|newline/g, (name) => names[name]);
  const row = holder.content.firstElementChild;
  (isLine ? goal.querySelector("[data-lines]") : form.querySelector("[data-goals]")).append(row);
  row.querySelector("textarea").focus();
  changed(form);
}

/* Taken out by mistake, a row comes back with everything in it. */
function takeOut(form, button) {
  const row = button.closest("[data-row]"), note = document.createElement("p"), back = document.createElement("button");
  note.className = "taken-out";
  note.setAttribute("role", "status");
  note.textContent = row.matches(".write-goal") ? "The goal and its lines are taken out. " : "The line is taken out. ";
  Object.assign(back, { type: "button", className: "usa-button usa-button--unstyled", textContent: "Put it back" });
  back.addEventListener("click", () => { note.replaceWith(row); row.querySelector("textarea").focus(); changed(form); });
  note.append(back);
  row.replaceWith(note);
  back.focus();
  changed(form);
}

function changed(form) {
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
