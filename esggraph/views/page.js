"use strict";
// Text from reports is data: it enters the picture through vis-network's plain labels only.
const data = JSON.parse(document.getElementById("data").textContent);
const styles = Object.fromEntries(data.predicates.map((p) => [p.id, p]));
const byId = new Map(data.nodes.map((n) => [n.id, n]));
const children = new Map();  // box -> the boxes that stand under it
for (const n of data.nodes) {
  if (n.parent && !children.has(n.parent)) children.set(n.parent, []);
  if (n.parent) children.get(n.parent).push(n.id);
}
const dark = matchMedia("(prefers-color-scheme: dark)");
const picture = document.getElementById("picture");
const AT_FIRST = 70;      // boxes of a tree or outline that are open when the page is
const HIGHEST = 6000;     // pixels; browsers limit how high a canvas may be
const NARROW = 640;       // pixels, below which a tree is drawn as an outline
const MARGIN = 14;
const HEAD = "M0 0L-10 -5L-10 5z";
const PLAIN = "#8f98a5";  // lines that say no more than that a box stands in a group

const hiddenKinds = new Set(data.unticked);
const chosen = { ...data.chosen };              // facet -> the value that is filtered by
const closed = new Set();                       // boxes whose children are not shown
let arrangedBy = data.arranged_by[0];
let drawn = { at: new Map(), elbows: new Map(), bands: [], width: 0, height: 0 };
let arrows = new Map();                         // what is drawn -> how it runs
let bare = [];                                  // lines to boxes that stand in a group, to which no arrow leads
let marked = null;                              // the box that the reader looks at

const nested = data.layout === "tree" || data.layout === "outline";
for (const n of data.nodes) n.plain = n.label;
const nodes = new vis.DataSet();
const network = new vis.Network(picture, { nodes, edges: [] }, data.options);  // the arrows are ours: see routes.js
network.canvas.frame.tabIndex = -1;  // the picture itself takes the keys
const related = new Set(data.edges.flatMap((e) => [e.from, e.to]));

// ---------------------------------------------------------------- what is shown
function filtered() { return Object.values(chosen).some(Boolean); }

function fits(n, strictly) {
  return Object.entries(chosen).every(([facet, value]) => !value || (n.facets[facet] ? n.facets[facet].includes(value) : !strictly));
}

function shownNodes() {
  if (!nested) return data.nodes.filter((n) => !hiddenKinds.has(n.kind) && fits(n, false));
  const kept = new Set();
  for (const n of data.nodes) {
    if (hiddenKinds.has(n.kind) || (filtered() && !fits(n, true))) continue;
    for (let up = n; up && !kept.has(up.id); up = byId.get(up.parent)) if (!hiddenKinds.has(up.kind)) kept.add(up.id);
  }
  return data.nodes.filter((n) => kept.has(n.id) && !closedAbove(n.id));
}

function closedAbove(id) {  // the topmost closed box above this one; filters open what they find
  if (filtered()) return null;
  let found = null;
  for (let up = byId.get(id).parent; up; up = byId.get(up).parent) if (closed.has(up)) found = up;
  return found;
}

function openAtFirst() {  // close branches from the lowest level up until few enough boxes are open
  if (!nested) return;
  const depth = (id) => { let d = 0; for (let up = byId.get(id).parent; up; up = byId.get(up).parent) d += 1; return d; };
  const depths = new Map(data.nodes.map((n) => [n.id, depth(n.id)]));
  const counted = data.nodes.filter((n) => !hiddenKinds.has(n.kind));
  let deepest = Math.max(0, ...counted.map((n) => depths.get(n.id)));
  while (deepest > 0 && counted.filter((n) => depths.get(n.id) <= deepest).length > AT_FIRST) deepest -= 1;
  for (const id of children.keys()) if (depths.get(id) >= deepest && counted.some((n) => depths.get(n.id) > deepest)) closed.add(id);
}

function below(id) {
  return (children.get(id) || []).filter((c) => !hiddenKinds.has(byId.get(c).kind));
}

// ---------------------------------------------------------------- drawing
function layOut(shown, width) {
  const asOutline = data.layout === "outline" || (data.layout === "tree" && width < NARROW);
  for (const n of shown) Object.assign(n, measured(asOutline ? n.plain + alsoUnder(n) : n.plain), nested ? {} : { w: BOX });
  const boxes = shown.map((n) => ({
    id: n.id, parent: shownParent(n), zone: n.zone, kind: n.kind, w: n.w, h: n.h,
    related: Boolean(n.parent) || related.has(n.id) || children.has(n.id),
  }));
  if (!boxes.length) return { at: new Map(), elbows: new Map(), bands: [], width: 0, height: 0 };
  if (data.layout === "flanks") return flanks(boxes, width);
  if (data.layout === "bands") {
    const valueOf = (b) => (byId.get(b.id).facets[arrangedBy] || [])[0];
    const groups = data.facets[arrangedBy].map((value) => [value, boxes.filter((b) => valueOf(b) === value)]);
    return bands(groups.filter(([, some]) => some.length), width);
  }
  return asOutline ? outline(boxes, width) : tree(besideOthers(boxes), width);
}

function alsoUnder(n) {  // an outline has one place for a box; others above it are told
  if (data.layout !== "tree") return "";
  const others = data.edges.filter((e) => e.to === n.id && e.from !== shownParent(n) && e.predicate !== "ledBy");
  return others.length ? " (also under " + others.map((e) => byId.get(e.from).name).join(", ") + ")" : "";
}

// A root with an arrow into another family stands beside the one above the box that the arrow points to, so that the
// arrow runs down.
function besideOthers(boxes) {
  const shown = new Set(boxes.map((b) => b.id));
  const above = new Map(boxes.map((b) => [b.id, shown.has(b.parent) ? b.parent : undefined]));
  const root = (id) => { while (above.get(id)) id = above.get(id); return id; };
  for (const b of boxes) {
    if (above.get(b.id)) continue;
    const to = data.edges.find((e) => e.from === b.id && above.has(e.to) && root(e.to) !== b.id);
    b.linked = Boolean(to);
    if (to && above.get(to.to)) above.set(b.id, above.get(above.get(to.to)));
  }
  return boxes.map((b) => ({ ...b, parent: above.get(b.id) }));
}

function shownParent(n) {
  let up = n.parent;
  while (up && hiddenKinds.has(byId.get(up).kind)) up = byId.get(up).parent;
  return up;
}

function shownEdges() {  // an arrow of a box inside a closed one starts or ends there
  const merged = new Map();
  if (data.layout === "flanks" && drawn.bands.length) return [];  // on a phone's width the panel tells them
  for (const e of data.edges) {
    const from = closedAbove(e.from) || e.from, to = closedAbove(e.to) || e.to;
    if (from === to || !drawn.at.has(from) || !drawn.at.has(to)) continue;
    const own = shownParent(byId.get(to)) === from;
    if (!own && (byId.get(to).kind === "seat" || (drawn.indented && marked !== from && marked !== to))) continue;
    const key = from + "\n" + to, other = merged.get(key);
    if (other) other.statements.push(...e.statements);
    else merged.set(key, { ...e, id: key, from, to, statements: [...e.statements] });
  }
  return [...merged.values()];
}

function refresh() {
  const width = picture.clientWidth, shown = shownNodes();
  if (!width) return;  // while it is printed
  drawn = layOut(shown, width - 2 * MARGIN);
  const scale = Math.min(1, (width - 2 * MARGIN) / Math.max(1, drawn.width));
  const height = Math.min(HIGHEST, Math.max(280, Math.ceil(drawn.height * scale) + 2 * MARGIN + 8));
  nodes.clear();
  nodes.add(shown.map(visNode));
  drawEdges();
  picture.style.height = height + "px";
  network.setSize(width + "px", height + "px");
  network.redraw();
  whole();
  for (const row of document.querySelectorAll("[data-of]")) {
    const n = byId.get(row.dataset.of);
    row.hidden = (hiddenKinds.has(n.kind) && n.kind !== "seat") || !fits(n, true);
  }
  if (!shown.length) said.textContent = "Nothing is left to show: tick a kind, or choose “all” again.";
}

function drawEdges() {  // some are drawn, or drawn strongly, for the marked box only
  arrows = routesOf(shownEdges());
  const led = new Set([...arrows.keys()].filter(elbowed).map((e) => e.to));
  bare = [...drawn.elbows.keys()].filter((id) => shownParent(byId.get(id)) && !led.has(id)).map((id) => polyline(bend(id), 0).d);
  if (marked && drawn.at.has(marked)) network.selectNodes([marked]);
  network.redraw();
}

function visNode(n) {
  return {
    ...n, ...drawn.at.get(n.id), borderWidth: closed.has(n.id) && !filtered() && below(n.id).length ? 4 : 2,
    widthConstraint: { minimum: n.w - 2, maximum: n.w + 40 }, heightConstraint: { minimum: n.h - 2 },
  };
}

function elbowed(e) {  // whether a line that bends stands for this arrow
  return drawn.elbows.has(e.to) && shownParent(byId.get(e.to)) === e.from;
}

function whole() {
  const width = picture.clientWidth, height = picture.clientHeight;
  const scale = Math.min(1, (width - 2 * MARGIN) / Math.max(1, drawn.width));
  network.moveTo({ scale, position: { x: drawn.width / 2, y: height / scale / 2 - MARGIN / scale }, animation: false });
}

function zoom(factor) { network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: false }); }

function bend(id) {  // the corners of the line from a parent to a box that hangs below it
  const n = byId.get(id), p = drawn.at.get(id), x = drawn.elbows.get(id);
  const parent = byId.get(shownParent(n)), q = drawn.at.get(parent.id);
  const bottom = q.y + parent.h / 2;
  return drawn.indented ? [[x, bottom], [x, p.y], [p.x - n.w / 2, p.y]]
                        : [[q.x, bottom], [q.x, bottom + LEVEL / 2], [x, bottom + LEVEL / 2], [x, p.y], [p.x - n.w / 2, p.y]];
}

function lines(canvas) {
  canvas.strokeStyle = PLAIN;
  for (const d of bare) canvas.stroke(new Path2D(d));
  for (const [e, { d, tip }] of arrows) {
    const style = styles[e.predicate], ours = marked === e.from || marked === e.to;
    canvas.save();
    canvas.globalAlpha = data.layout === "flanks" && !ours ? 0.35 : 1;
    canvas.lineWidth = ours ? 3 : data.layout === "flanks" ? 1.2 : 2;
    const strong = ours && data.layout === "flanks";
    canvas.strokeStyle = canvas.fillStyle = dark.matches ? (strong ? "#8ec2ff" : style.in_dark) : strong ? "#0b57a4" : style.colour;
    canvas.setLineDash(style.dashed ? [6, 4] : []);
    canvas.stroke(new Path2D(d));
    if (data.layout !== "flanks") {
      canvas.translate(tip.x, tip.y);
      canvas.rotate((tip.angle * Math.PI) / 180);
      canvas.fill(new Path2D(HEAD));
    }
    canvas.restore();
  }
}

network.on("beforeDrawing", (canvas) => {
  for (const band of drawn.bands) {
    canvas.fillStyle = dark.matches ? "rgba(255,255,255,.07)" : "rgba(20,40,80,.055)";
    canvas.fillRect(band.x, band.y, band.width, band.height);
    canvas.fillStyle = dark.matches ? "#e8ecf2" : "#1d2430";
    canvas.font = "bold " + FONT;
    band.lines.forEach((line, i) => canvas.fillText(line, band.x + 12, band.y + 25 + i * LINE));
  }
  lines(canvas);
});

// ---------------------------------------------------------------- the panel
const HINT = "Click a box or an arrow to read the words behind it.";

function closePanel() {
  emptyPanel(HINT);
  marked = null;
  network.unselectAll();
  drawEdges();
}

function showNode(id) {
  const n = byId.get(id);
  openPanel(n.name, closePanel);
  const list = element("dl", undefined, panel);
  for (const [term, value] of n.details) if (value) { element("dt", term, list); element("dd", value, list); }
  quotesInto(n.quotes, panel);
  const hidden = below(id).length;
  if (hidden) button((closed.has(id) ? "Show" : "Hide") + " the " + hidden + " below it", panel, () => toggle(id));
  const near = data.edges.filter((e) => e.from === id || e.to === id);
  if (near.length) element("h3", "Connected", panel);
  for (const e of near) {
    const other = byId.get(e.from === id ? e.to : e.from);
    for (const s of e.statements) {
      const more = element("details", undefined, panel);
      element("summary", s.words, more);
      quotesInto(s.quotes, more);
      button("Go to " + other.name, more, () => select(other.id), "link");
    }
  }
}

function showEdge(e) {
  const [from, to] = [byId.get(e.from), byId.get(e.to)];
  openPanel(e.statements.length === 1 ? e.statements[0].words : from.name + " – " + to.name, closePanel);
  for (const s of e.statements) {
    if (e.statements.length > 1) element("h3", s.words, panel);
    quotesInto(s.quotes, panel);
  }
  for (const end of [from, to]) button("Go to " + end.name, element("p", undefined, panel), () => select(end.id), "link");
}

// ---------------------------------------------------------------- going to a box
function toggle(id) {
  if (!below(id).length) return;
  if (!closed.delete(id)) closed.add(id);
  marked = id;
  refresh();
  reveal(id);
  showNode(id);
}

function select(id) {
  const n = byId.get(id);
  const box = document.querySelector(`[data-kind="${CSS.escape(n.kind)}"]`);
  if (hiddenKinds.delete(n.kind)) box.checked = true;
  if (!fits(n, true)) clearFilters();
  for (let up = n.parent; up; up = byId.get(up).parent) closed.delete(up);
  marked = id;
  refresh();
  reveal(id);
  showNode(id);
}

function clearFilters() {
  for (const field of document.querySelectorAll("[data-facet]")) {
    field.value = "";
    chosen[field.dataset.facet] = "";
  }
}

function reveal(id) {  // scroll the page, and the picture where it was moved, so that the box is seen
  let p = network.canvasToDOM(drawn.at.get(id));
  if (p.x < 0 || p.y < 0 || p.x > picture.clientWidth || p.y > picture.clientHeight) {
    network.moveTo({ position: drawn.at.get(id), animation: false });
    p = network.canvasToDOM(drawn.at.get(id));
  }
  const y = picture.getBoundingClientRect().top + p.y;
  if (y < 60 || y > innerHeight * 0.45) scrollBy(0, y - innerHeight * 0.3);
}

network.on("click", (p) => {
  if (p.nodes.length) {
    marked = p.nodes[0];
    drawEdges();
    showNode(p.nodes[0]);
    return;
  }
  pen.lineWidth = 14 / network.getScale();
  const hit = [...arrows].find(([, { d }]) => pen.isPointInStroke(new Path2D(d), p.pointer.canvas.x, p.pointer.canvas.y));
  if (hit) showEdge(hit[0]);
});
network.on("doubleClick", (p) => { if (p.nodes.length) toggle(p.nodes[0]); });

// the wheel scrolls the page; with Ctrl, as with two fingers, it zooms
picture.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });

picture.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (step) go(step);
  else if (event.key === "Enter" && marked) { if (closed.has(marked)) toggle(marked); else { showNode(marked); panel.focus(); } }
  else if (event.key === "+") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") whole();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { closePanel(); picture.focus({ preventScroll: true }); } });

function go([dx, dy]) {  // to the nearest box in that direction
  const from = drawn.at.get(marked);
  let best = null, least = Infinity;
  for (const [id, p] of drawn.at) {
    if (!from) { if (p.y * 10000 + p.x < least) { best = id; least = p.y * 10000 + p.x; } continue; }
    const right = p.x - from.x, down = p.y - from.y;
    const ahead = right * dx + down * dy, aside = Math.abs(right * dy) + Math.abs(down * dx);
    if (id !== marked && ahead > 4 && ahead + 2 * aside < least) { best = id; least = ahead + 2 * aside; }
  }
  if (!best) return;
  marked = best;
  drawEdges();
  reveal(best);
  showNode(best);
  said.textContent = byId.get(best).name;
}

// ---------------------------------------------------------------- tools
function namesOf(n) {
  return [n.name, ...n.details.filter(([term]) => term === "Also called" || term === "As worded").map(([, value]) => value)];
}

function owner(n) {  // whose it is, where several companies have one of that name
  let up = n;
  while (up.parent) up = byId.get(up.parent);
  return data.layout === "outline" && up !== n ? " – " + up.name : "";
}

document.getElementById("search").addEventListener("change", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  if (!wanted) { said.textContent = ""; return; }
  const hits = data.nodes.filter((n) => namesOf(n).some((name) => name.toLowerCase().includes(wanted)));
  if (!hits.length) { said.textContent = "Nothing here has that name."; return; }
  const exact = hits.find((n) => n.name.toLowerCase() === wanted) || hits[0];
  select(exact.id);
  said.textContent = hits.length === 1 ? "1 found" : hits.length + " found, one is shown";
  if (hits.length > 1) {
    element("h3", "Also found", panel);
    for (const hit of hits) {
      if (hit !== exact) button(hit.name + owner(hit), element("p", undefined, panel), () => select(hit.id), "link");
    }
  }
});

for (const box of document.querySelectorAll("[data-kind]")) {
  box.addEventListener("change", () => {
    if (box.checked) hiddenKinds.delete(box.dataset.kind); else hiddenKinds.add(box.dataset.kind);
    refresh();
  });
}
for (const field of document.querySelectorAll("[data-facet]")) {
  field.addEventListener("change", () => { chosen[field.dataset.facet] = field.value; said.textContent = ""; refresh(); });
}
const arrange = document.getElementById("arrange");
if (arrange) arrange.addEventListener("change", () => { arrangedBy = arrange.value; refresh(); });

for (const link of document.querySelectorAll("[data-node]")) {
  link.addEventListener("click", () => { select(link.dataset.node); panel.focus({ preventScroll: true }); });
}
document.getElementById("fit").onclick = whole;
document.getElementById("closer").onclick = () => zoom(1.25);
document.getElementById("farther").onclick = () => zoom(0.8);
for (const [id, opened] of [["open-all", true], ["close-all", false]]) {
  const b = document.getElementById(id);
  if (b) b.onclick = () => { closed.clear(); if (!opened) for (const parent of children.keys()) closed.add(parent); refresh(); };
}

dark.addEventListener("change", () => network.redraw());
addEventListener("beforeprint", () => {
  const image = element("img");
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgPicture().text);
  image.alt = document.title;
  document.getElementById("printed").replaceChildren(image);
});
let known = picture.clientWidth;
new ResizeObserver(() => { if (picture.clientWidth !== known) { known = picture.clientWidth; refresh(); } }).observe(picture);

if (innerWidth < NARROW) document.querySelector(".controls").open = false;
openAtFirst();
closePanel();
network.once("afterDrawing", () => { document.body.dataset.ready = Math.round(performance.now()); });
refresh();
const asked = decodeURIComponent(location.hash.slice(1));
if (byId.has(asked)) select(asked);
