"use strict";
const cells = JSON.parse(document.getElementById("data").textContent);
const HINT = "Click a number to read the words behind it.";
let opener = null;

function close() {
  emptyPanel(HINT);
  if (opener) opener.focus();
}

for (const b of document.querySelectorAll("[data-cell]")) {
  b.onclick = () => {
    const cell = cells[Number(b.dataset.cell)];
    opener = b;
    openPanel(cell.title, close);
    for (const thing of cell.things) {
      element("h3", thing.name, panel);
      if (thing.wording) element("p", "As worded: " + thing.wording, panel);
      quotesInto([thing.quote], panel);
    }
  };
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

const search = document.getElementById("search"), part = document.getElementById("part"), shared = document.getElementById("shared");
function narrow() {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const body of document.querySelectorAll("[data-part]")) {
    body.hidden = part.value !== "" && body.dataset.part !== part.value;
    let some = 0;
    for (const row of body.querySelectorAll("tr[data-shared]")) {
      const name = row.querySelector("th").textContent.toLowerCase();
      row.hidden = !name.includes(wanted) || (shared.checked && body.dataset.part !== "structure" && row.dataset.shared !== "true");
      if (!row.hidden) some += 1;
    }
    body.querySelector(".part").hidden = !some;
    if (!body.hidden) shown += some;
  }
  said.textContent = shown ? shown + (shown === 1 ? " row" : " rows") : "Nothing is left to show.";
}
search.addEventListener("input", narrow);
for (const field of [part, shared]) field.addEventListener("change", narrow);
narrow();
document.body.dataset.ready = Math.round(performance.now());
