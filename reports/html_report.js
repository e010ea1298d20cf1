// Filters and sorts the findings; without it all of them are there, unit by unit.
(() => {
  const form = document.getElementById("saring");
  if (!form) return;
  const shown = document.getElementById("jumlah");
  const sorted = document.getElementById("urut");
  const none = document.getElementById("kosong");
  const sections = [...document.querySelectorAll(".unit-findings")];
  const gravity = { error: 0, warning: 1, judgement: 2, info: 3 };
  const findings = [...document.querySelectorAll(".finding")].map((node, at) => ({
    node, at, home: node.parentNode, ...node.dataset, amount: Number(node.dataset.amount || 0), text: null,
  }));
  const text = (each) => (each.text ??= (each.home.firstChild.textContent + " " + each.node.textContent).toLowerCase());
  const orders = {
    unit: (a, b) => a.at - b.at,
    level: (a, b) => gravity[a.level] - gravity[b.level] || b.amount - a.amount || a.at - b.at,
    amount: (a, b) => b.amount - a.amount || gravity[a.level] - gravity[b.level] || a.at - b.at,
    code: (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.at - b.at),
  };
  let order = "unit";

  const filter = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const boxes = [...form.querySelectorAll("[name=level]")];
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const family = form.elements.family.value;
    const unit = form.elements.unit.value;
    const filtered = words.length || family || unit || levels.size < boxes.length;
    const full = new Set();
    let count = 0;
    for (const each of findings) {
      const fits = levels.has(each.level) && (!family || each.family === family) && (!unit || each.unit === unit) &&
        words.every((word) => text(each).includes(word));
      if (each.node.hidden === fits) each.node.hidden = !fits;
      if (!fits) continue;
      count += 1;
      full.add(each.home);
    }
    for (const section of sections) {
      const away = order !== "unit" || Boolean(filtered && !full.has(section));
      if (section.hidden !== away) section.hidden = away;
    }
    none.hidden = count > 0;
    shown.textContent = shown.dataset.words.replace("#", count);
  };
  const sort = () => {
    if (form.elements.order.value === order) return;
    order = form.elements.order.value;
    sorted.hidden = order === "unit";
    for (const each of [...findings].sort(orders[order])) (order === "unit" ? each.home : sorted).append(each.node);
  };
  const reset = () => {
    form.reset();
    sort();
    filter();
  };

  form.addEventListener("input", () => {
    sort();
    filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    sort();
    filter();
  }));
  // A link from a picture leads to a finding or unit even where the filter hides it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    reset();
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("#temuan details")) each.open = true;
  });
  form.hidden = false;
  filter();
  let next = 0;
  const prepare = (deadline) => {
    while (next < findings.length && deadline.timeRemaining() > 2) text(findings[next++]);
    if (next < findings.length) requestIdleCallback(prepare);
  };
  if (window.requestIdleCallback) requestIdleCallback(prepare);
})();
