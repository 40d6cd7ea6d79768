// A signature is drawn into the box as lines between whole numbers, and sent as the path of an SVG.
"use strict";

for (const form of document.querySelectorAll("[data-signing]")) {
  const pad = form.querySelector("#pad");
  if (pad) drawIn(pad, form.elements.drawing, form.querySelector("#pad-clear"));
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    // Not disabled at once: the browser would leave the form's own button out.
    setTimeout(() => { button.disabled = true; });
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[data-signing] button[type=submit]")) button.disabled = false;
});
const wrong = document.getElementById("wrong");
if (wrong) wrong.focus();

function drawIn(pad, field, clear) {
  const path = pad.querySelector("path");
  const { width, height } = pad.viewBox.baseVal;
  const LONGEST = 59000;
  let last = null;

  const at = (event) => {
    const box = pad.getBoundingClientRect();
    const x = Math.round((event.clientX - box.left) / box.width * width);
    const y = Math.round((event.clientY - box.top) / box.height * height);
    return [Math.min(Math.max(x, 0), width), Math.min(Math.max(y, 0), height)];
  };
  const add = (letter, point) => {
    if (field.value.length > LONGEST) return;
    field.value += `${letter}${point[0]} ${point[1]}`;
    path.setAttribute("d", field.value);
    last = point;
  };
  pad.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    add("M", at(event));
  });
  pad.addEventListener("pointermove", (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    const steps = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const step of steps.length ? steps : [event]) {
      const point = at(step);
      if (Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= 2) add("L", point);
    }
  });
  clear.addEventListener("click", () => {
    field.value = "";
    path.setAttribute("d", "");
  });
}
