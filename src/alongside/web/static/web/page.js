/* What a page does beside htmx: says when a part could not be fetched, closes the account menu, warns before signing out. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  tellWhatWasNotAnswered();
  closeMenus();
  warnBeforeSigningOut();
});

/* htmx stays silent when a request fails, and the old part of the page would look current. */
function tellWhatWasNotAnswered() {
  const said = document.getElementById("unanswered");
  if (!said) return;
  const say = () => { said.hidden = false; said.focus(); };
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.body.addEventListener(name, say);
  document.body.addEventListener("htmx:beforeRequest", () => { said.hidden = true; });
}

function closeMenus() {
  const close = (menu) => { if (menu.open) { menu.open = false; return true; } return false; };
  const menus = [...document.querySelectorAll("details.account, details.further")];
  document.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) close(menu);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) if (close(menu)) menu.querySelector("summary").focus();
  });
}

/* Whoever reads long is asked two minutes before the session ends, and stays with one press. */
function warnBeforeSigningOut() {
  const warning = document.getElementById("idle");
  if (!warning) return;
  const lasts = Number(warning.dataset.seconds) * 1000, before = 120_000;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    warning.hidden = true;
    timer = setTimeout(() => { warning.hidden = false; warning.querySelector("button").focus(); }, Math.max(lasts - before, 0));
  };
  const stay = () => fetch(warning.dataset.address, { method: "HEAD" }).then((answer) => { if (!answer.redirected) wait(); });
  warning.querySelector("button").addEventListener("click", stay);
  document.body.addEventListener("htmx:afterRequest", wait);
  wait();
}
