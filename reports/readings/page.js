"use strict";
// Only highlights and scrolls: without it every value is still a link to its place, and every place one to its value.
(() => {
  const partners = (node) =>
    (node.dataset.at || "").split(" ").map((name) => name && document.getElementById(name)).filter(Boolean);
  const linked = (target) => (target instanceof Element ? target.closest("[data-at]") : null);
  let lit = [];
  let pinned = null;

  const light = (node) => {
    for (const each of lit) each.classList.remove("lit");
    lit = node ? [node, ...partners(node)] : [];
    for (const each of lit) each.classList.add("lit");
  };

  // A place is brought into view within its own pane; the page itself stays where it is.
  const reveal = (node) => {
    const first = partners(node)[0];
    const pane = first && first.closest(".paper");
    if (!pane || node.closest(".paper")) return;
    const inside = first.getBoundingClientRect();
    const around = pane.getBoundingClientRect();
    if (inside.top < around.top + 40 || inside.bottom > around.bottom - 20)
      pane.scrollTop += inside.top - around.top - (around.height - inside.height) / 2;
  };

  const choose = (node) => {
    pinned = node;
    light(node);
    reveal(node);
  };

  document.addEventListener("mouseover", (event) => {
    const node = linked(event.target);
    if (!node) return;
    light(node);
    reveal(node);
  });
  document.addEventListener("mouseout", (event) => {
    if (linked(event.target)) light(pinned);
  });
  document.addEventListener("focusin", (event) => {
    const node = linked(event.target);
    if (node) choose(node);
  });
  document.addEventListener("click", (event) => {
    const node = linked(event.target);
    if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(node);
    const first = partners(node)[0];
    if (first && (node.closest(".paper") || !first.closest(".paper"))) first.scrollIntoView({ block: "center" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pinned = null;
    light(null);
  });
})();
