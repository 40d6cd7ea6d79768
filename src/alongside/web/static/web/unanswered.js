/* Says so when part of a page could not be fetched: htmx itself stays silent, and the old part would look current. */
document.addEventListener("DOMContentLoaded", () => {
  const said = document.getElementById("unanswered");
  const say = () => { said.hidden = false; said.focus(); };
  const clear = () => { said.hidden = true; };
  document.body.addEventListener("htmx:responseError", say);
  document.body.addEventListener("htmx:sendError", say);
  document.body.addEventListener("htmx:timeout", say);
  document.body.addEventListener("htmx:beforeRequest", clear);
});
