"use strict";
// Zooms and searches pictures; without it they are scrolled.
for (const figure of document.querySelectorAll("figure.picture")) {
  const view = figure.querySelector(".view");
  const picture = view.querySelector("svg");
  const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
  const units = [...picture.querySelectorAll(".units > .unit")];
  const told = figure.querySelector("[data-found]");
  let scale = 1;

  const zoom = (wanted, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const next = Math.min(4, Math.max(0.05, wanted));
    const left = ((view.scrollLeft + x) / scale) * next - x;
    const top = ((view.scrollTop + y) / scale) * next - y;
    scale = next;
    picture.setAttribute("width", width * scale);
    picture.setAttribute("height", height * scale);
    view.scrollTo(left, top);
  };
  const fitting = () => Math.min(1, (view.clientWidth - 2) / width, (0.8 * window.innerHeight) / height);

  let at = 0;
  let matches = [];
  const show = (unit) => {
    const box = unit.getBoundingClientRect();
    const around = view.getBoundingClientRect();
    view.scrollBy(box.left - around.left - (around.width - box.width) / 2, box.top - around.top - (around.height - box.height) / 2);
  };
  const find = (text) => {
    const wanted = text.trim().toLowerCase();
    matches = wanted ? units.filter((unit) => unit.querySelector("title").textContent.toLowerCase().includes(wanted)) : [];
    for (const unit of units) {
      unit.classList.toggle("found", matches.includes(unit));
      unit.classList.toggle("dim", wanted !== "" && !matches.includes(unit));
    }
    if (told) told.textContent = wanted ? told.dataset.found.replace("#", matches.length) : "";
    at = 0;
    if (matches.length) {
      if (scale < 0.6) zoom(0.8);
      show(matches[0]);
    }
  };

  figure.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (!button) return;
    zoom({ in: scale * 1.3, out: scale / 1.3, fit: fitting() }[button.dataset.zoom]);
  });
  figure.addEventListener("input", (event) => {
    if (event.target.dataset.find) find(event.target.value);
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.dataset.find || !matches.length) return;
    at = (at + 1) % matches.length;
    show(matches[at]);
  });
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const around = view.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - around.left, event.clientY - around.top);
  }, { passive: false });

  let from = null;
  let moved = false;
  view.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType === "mouse" && event.button === 0) from = [event.clientX + view.scrollLeft, event.clientY + view.scrollTop];
  });
  view.addEventListener("dragstart", (event) => event.preventDefault());
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [left, top] = [from[0] - event.clientX, from[1] - event.clientY];
    moved = moved || Math.abs(left - view.scrollLeft) + Math.abs(top - view.scrollTop) > 4;
    if (moved) {
      view.classList.add("drag");
      view.scrollTo(left, top);
    }
  });
  window.addEventListener("pointerup", () => {
    from = null;
    view.classList.remove("drag");
  });
  view.addEventListener("click", (event) => {
    if (moved) event.preventDefault();
  }, true);

  figure.querySelector(".tools").hidden = false;
  zoom(Math.max(fitting(), 0.7));
  view.scrollTo((picture.clientWidth - view.clientWidth) / 2, 0);
}
