"use strict";
// Text from reports is data: it enters the page through textContent and vis-network's plain labels only.
const data = JSON.parse(document.getElementById("data").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)");
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const hiddenKinds = new Set();
const nodeView = new vis.DataView(nodes, { filter: (n) => !hiddenKinds.has(n.kind) });
const network = new vis.Network(document.getElementById("picture"), { nodes: nodeView, edges }, data.options);
const panel = document.getElementById("panel");
const said = document.getElementById("said");

function element(tag, text, parent) {
  const e = document.createElement(tag);
  if (text !== undefined) e.textContent = text;
  if (parent) parent.append(e);
  return e;
}

function showPanel(title, details, quotes, neighbours) {
  panel.replaceChildren();
  document.querySelector("main").classList.add("reading");
  element("h2", title, panel);
  const list = element("dl", undefined, panel);
  for (const [term, value] of details) { element("dt", term, list); element("dd", value, list); }
  for (const q of quotes) {
    const block = element("blockquote", undefined, panel);
    element("span", "“" + q.text + "”", block);
    element("cite", q.place, block);
  }
  if (!quotes.length) element("p", "No quote is kept for this.", panel).className = "hint";
  if (neighbours.length) {
    element("h3", "Connected", panel);
    const ul = element("ul", undefined, panel);
    for (const [words, id] of neighbours) {
      const button = element("button", words, element("li", undefined, ul));
      button.type = "button"; button.className = "link"; button.onclick = () => select(id);
    }
  }
}

function showNode(id) {
  const n = nodes.get(id);
  const near = [];
  edges.forEach((e) => {
    const label = e.words;
    if (e.from === id) near.push([label + " → " + nodes.get(e.to).name, e.to]);
    else if (e.to === id) near.push([nodes.get(e.from).name + " → " + label, e.from]);
  });
  showPanel(n.name, n.details, n.quotes, near);
}

function showEdge(id) {
  const e = edges.get(id);
  showPanel(e.statement, e.details, e.quotes, [[nodes.get(e.from).name, e.from], [nodes.get(e.to).name, e.to]]);
}

function select(id) {
  const box = document.querySelector(`[data-kind="${CSS.escape(nodes.get(id).kind)}"]`);
  if (box && !box.checked) { box.checked = true; hiddenKinds.delete(nodes.get(id).kind); nodeView.refresh(); }
  network.selectNodes([id]);
  network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: false });
  showNode(id);
}

network.on("click", (p) => {
  if (p.nodes.length) showNode(p.nodes[0]);
  else if (p.edges.length) showEdge(p.edges[0]);
});

document.getElementById("search").addEventListener("change", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  if (!wanted) { network.unselectAll(); said.textContent = ""; return; }
  const hits = nodes.get().filter((n) => n.search.includes(wanted));
  if (!hits.length) { said.textContent = "Nothing here has that name."; return; }
  select(hits[0].id);
  network.selectNodes(hits.map((n) => n.id).filter((id) => nodeView.get(id)));
  said.textContent = hits.length === 1 ? "1 found" : hits.length + " found, the first is shown";
});

for (const box of document.querySelectorAll("[data-kind]")) {
  box.addEventListener("change", () => {
    if (box.checked) hiddenKinds.delete(box.dataset.kind); else hiddenKinds.add(box.dataset.kind);
    nodeView.refresh();
  });
}

for (const button of document.querySelectorAll("[data-node]")) {
  button.addEventListener("click", () => {
    select(button.dataset.node);
    document.getElementById("picture").scrollIntoView({ block: "nearest" });
    panel.focus({ preventScroll: true });
  });
}

function save(name, url) {
  const a = element("a", undefined, document.body);
  a.href = url; a.download = name; a.click(); a.remove();
}

document.getElementById("fit").onclick = () => network.fit({ animation: false });
document.getElementById("png").onclick = () => {
  const drawn = document.querySelector("#picture canvas");
  const copy = document.createElement("canvas");
  copy.width = drawn.width; copy.height = drawn.height;
  const pen = copy.getContext("2d");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(drawn, 0, 0);
  save(data.file + ".png", copy.toDataURL("image/png"));
};
document.getElementById("csv").onclick = () => {
  // a cell that a spreadsheet would take for a formula is kept as text
  const cell = (t) => '"' + (/^[=+\-@\t]/.test(t) ? "'" + t : t).replaceAll('"', '""') + '"';
  const rows = [...document.querySelectorAll("#facts tr")].map((r) => [...r.cells].map((c) => cell(c.textContent.trim())).join(","));
  save(data.file + ".csv", URL.createObjectURL(new Blob(["﻿" + rows.join("\r\n")], { type: "text/csv" })));
};

function paint() {
  const ink = dark.matches ? "#c8d2df" : "#4a5563";
  network.setOptions({ edges: { font: { color: ink, strokeWidth: 4, strokeColor: dark.matches ? "#151a21" : "#ffffff" } } });
}
dark.addEventListener("change", paint);
network.on("beforeDrawing", (pen) => {
  for (const band of data.bands) {
    pen.fillStyle = dark.matches ? "rgba(255,255,255,.06)" : "rgba(20,40,80,.05)";
    pen.fillRect(band.x, band.y, band.width, band.height);
    pen.fillStyle = dark.matches ? "#e8ecf2" : "#1d2430";
    pen.font = "bold 18px system-ui, sans-serif";
    pen.fillText(band.label, band.x + 12, band.y + 26);
  }
});
paint();
network.once("afterDrawing", () => { document.body.dataset.ready = "true"; });
network.fit({ animation: false });
