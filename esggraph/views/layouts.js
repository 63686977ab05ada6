"use strict";
// Where boxes stand. Every layout takes the boxes that are shown, {id, parent, zone, kind, related, w, h} in reading order (in a
// tree, what is not related to others stands in a strip of its own), and the
// width of the picture in pixels, and returns {at: Map id -> {x, y} (centres), bands, elbows: Map id -> the x at which a
// line comes down from the parent, width, height}. No two boxes overlap.
const BOX = 190;      // the widest box, in picture units: one unit is a pixel until a picture is too wide for the page
const GAP = 26;       // between boxes beside and below each other
const LEVEL = 62;     // between a parent and its children
const INDENT = 26;    // of a child below its parent in an outline
const SIDE_BY_SIDE = 8;   // children without children that stand in one row; more hang below each other
const DEEPEST = 8;        // children that hang below each other at most
const GUTTER = 18;        // to the left of boxes that hang below each other, for the line that leads to them
const BAND_TOP = 38;      // the label of a strip, of one line
const ALONE = "Named, with nobody stated above or below";
const FONT = '14px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const LINE = 17;

const pen = document.createElement("canvas").getContext("2d");
pen.font = FONT;

function wrapped(text, room = BOX - 20) {  // the lines of a label that fit into a box; a word longer than a line is cut
  const lines = [""];
  for (let word of text.split(/\s+/)) {
    while (word) {
      const last = lines[lines.length - 1], longer = last ? last + " " + word : word;
      if (pen.measureText(longer).width <= room) { lines[lines.length - 1] = longer; break; }
      if (last) { lines.push(""); continue; }
      let cut = word.length - 1;
      while (cut > 1 && pen.measureText(word.slice(0, cut)).width > room) cut -= 1;
      lines[lines.length - 1] = word.slice(0, cut);
      word = word.slice(cut);
      lines.push("");
    }
  }
  return lines.filter((line, i) => line || !i);
}

function measured(text) {
  const lines = wrapped(text);
  const w = Math.min(BOX, Math.max(84, ...lines.map((line) => Math.ceil(pen.measureText(line).width) + 20)));
  return { label: lines.join("\n"), w, h: LINE * lines.length + 14 };
}

function childrenOf(boxes) {
  const below = new Map(boxes.map((b) => [b.id, []])), roots = [];
  for (const b of boxes) (below.get(b.parent) || roots).push(b);
  return { below, roots };
}

// ---- boxes in rows: the base of bands, and of what has no place in a tree
function grid(boxes, left, top, columns, gap = GAP) {
  const at = new Map();
  let y = top;
  for (let i = 0; i < boxes.length; i += columns) {
    const row = boxes.slice(i, i + columns), height = Math.max(...row.map((b) => b.h));
    row.forEach((b, j) => at.set(b.id, { x: left + j * (BOX + GAP) + BOX / 2, y: y + height / 2 }));
    y += height + gap;
  }
  return { at, bottom: y - gap };
}

function bands(groups, width) {  // groups: [label, boxes], drawn below each other
  const room = Math.max(1, Math.floor((width - GAP) / (BOX + GAP)));
  const columns = Math.min(room, Math.max(...groups.map(([, boxes]) => boxes.length), 2));
  const result = { at: new Map(), elbows: new Map(), bands: [], width: columns * (BOX + GAP) + GAP, height: 0 };
  let y = 0;
  for (const [label, boxes] of groups) {
    const lines = wrapped(label, result.width - 48);  // a label is bold, and so a little wider than measured
    let bottom = y + BAND_TOP + LINE * (lines.length - 1) - GAP;
    for (const zone of [...new Set(boxes.map((b) => b.zone))].sort()) {
      const part = grid(boxes.filter((b) => b.zone === zone), GAP, bottom + GAP, columns);
      part.at.forEach((p, id) => result.at.set(id, p));
      bottom = part.bottom;
    }
    result.bands.push({ label, lines, x: 0, y, width: result.width, height: bottom + GAP - y });
    y = bottom + GAP + 16;
  }
  result.height = y - 16;
  return result;
}

// ---- parents above their children
function tree(boxes, width) {
  const { below, roots } = childrenOf(boxes);
  const widest = Math.max(width, 640) / 0.85;
  const alone = (b) => !b.related;
  const families = roots.filter((b) => !alone(b)), single = roots.filter(alone);
  const result = families.length ? rows(families.map((b) => subtree(b, below, widest)), widest)
                                 : { at: new Map(), elbows: new Map(), width: 0, height: -LEVEL };
  result.bands = [];
  if (single.length) {
    const columns = Math.max(1, Math.floor((Math.max(result.width, width) - GAP) / (BOX + GAP)));
    const top = result.height + LEVEL;
    const wide = Math.max(2, Math.min(columns, single.length)) * (BOX + GAP) + GAP;
    const rest = grid(single, GAP, top + BAND_TOP, columns);
    const shift = Math.max(0, (result.width - wide) / 2), push = Math.max(0, (wide - result.width) / 2);
    Object.assign(result, moved(result, push, 0));
    rest.at.forEach((p, id) => result.at.set(id, { x: p.x + shift, y: p.y }));
    result.bands.push({ label: ALONE, lines: wrapped(ALONE, wide - 48), x: shift, y: top, width: wide, height: rest.bottom + GAP - top });
    result.width = Math.max(result.width, wide);
    result.height = rest.bottom + GAP;
  }
  return result;
}

function subtree(box, below, widest) {
  const children = below.get(box.id);
  if (!children.length) return { at: new Map([[box.id, { x: box.w / 2, y: box.h / 2, w: box.w, h: box.h }]]), elbows: new Map(), width: box.w, height: box.h, leaf: box.linked ? null : box };
  const family = siblings(children.map((c) => subtree(c, below, widest)), widest);
  const top = box.h + LEVEL, width = Math.max(family.width, box.w);
  const { at, elbows } = moved(family, (width - family.width) / 2, top);
  at.set(box.id, { x: width / 2, y: box.h / 2, w: box.w, h: box.h });
  return { at, elbows, width, height: top + family.height };
}

function siblings(blocks, widest) {  // children without children hang below each other where they would get too wide
  const leaves = blocks.filter((b) => b.leaf), others = blocks.filter((b) => !b.leaf);
  let row = blocks;
  for (let high = 2; high <= DEEPEST && (row === blocks && leaves.length > SIDE_BY_SIDE || packed(row).width > widest) && leaves.length > 1; high += 1) {
    row = [...others];
    for (let i = 0; i < leaves.length; i += high) row.push(hanging(leaves.slice(i, i + high).map((b) => b.leaf)));
  }
  return rows(row, widest);
}

function hanging(boxes) {
  const at = new Map(), elbows = new Map();
  let y = 0;
  for (const b of boxes) {
    at.set(b.id, { x: GUTTER + b.w / 2, y: y + b.h / 2, w: b.w, h: b.h });
    elbows.set(b.id, 0);
    y += b.h + 12;
  }
  return { at, elbows, width: GUTTER + Math.max(...boxes.map((b) => b.w)), height: y - 12 };
}

function packed(blocks) {  // side by side, as near as their boxes allow: a low block stands beside the narrow top of a high one
  const at = new Map(), elbows = new Map();
  let left = 0, height = 0;
  for (const b of blocks) {
    let dx = at.size ? left : 0;
    for (const p of b.at.values()) {
      for (const q of at.values()) {
        const apart = Math.abs(p.y - q.y) - (p.h + q.h) / 2;
        if (apart < GAP) dx = Math.max(dx, q.x + q.w / 2 + GAP - (p.x - p.w / 2));
      }
    }
    for (const x of b.elbows.values()) for (const q of at.values()) if (q.y - q.h / 2 < b.height) dx = Math.max(dx, q.x + q.w / 2 + GAP - x);
    const placed = moved(b, dx, 0);
    placed.at.forEach((p, id) => at.set(id, p));
    placed.elbows.forEach((x, id) => elbows.set(id, x));
    left = Math.max(left, dx);
    height = Math.max(height, b.height);
  }
  let width = 0;
  at.forEach((p) => { width = Math.max(width, p.x + p.w / 2); });
  return { at, elbows, width, height };
}

function rows(blocks, widest) {  // broken into centred rows where they would get too wide
  const lines = [[]];
  for (const b of blocks) {
    if (lines[lines.length - 1].length && packed([...lines[lines.length - 1], b]).width > widest) lines.push([]);
    lines[lines.length - 1].push(b);
  }
  const parts = lines.map(packed), width = Math.max(...parts.map((part) => part.width));
  const result = { at: new Map(), elbows: new Map(), width };
  let y = 0;
  for (const part of parts) {
    const { at, elbows } = moved(part, (width - part.width) / 2, y);
    at.forEach((p, id) => result.at.set(id, p));
    elbows.forEach((x, id) => result.elbows.set(id, x));
    y += part.height + LEVEL;
  }
  result.height = y - LEVEL;
  return result;
}

function moved({ at, elbows }, dx, dy) {
  return {
    at: new Map([...at].map(([id, p]) => [id, { ...p, x: p.x + dx, y: p.y + dy }])),
    elbows: new Map([...elbows].map(([id, x]) => [id, x + dx])),
  };
}

// ---- indented below their parents, zones side by side, each in as many columns as there is room for
function outline(boxes, width) {
  const { below, roots } = childrenOf(boxes), lines = [];
  const visit = (box, depth) => { lines.push({ box, depth }); below.get(box.id).forEach((b) => visit(b, depth + 1)); };
  roots.forEach((b) => visit(b, 0));
  const column = BOX + INDENT * Math.max(...lines.map((l) => l.depth)) + 2 * GAP;
  const zones = [...new Set(lines.map((l) => l.box.zone))].sort();
  const room = Math.max(1, Math.floor((width + GAP) / column));
  const high = (some) => some.reduce((sum, l) => sum + l.box.h + 10, 0);
  const at = new Map(), elbows = new Map();
  let x = 0, bottom = 0;
  zones.forEach((zone, i) => {
    const some = lines.filter((l) => l.box.zone === zone);
    const share = zones.length > room ? 1 : Math.max(1, Math.min(room - zones.length + 1, Math.round((room * high(some)) / high(lines))));
    const enough = high(some) / share;
    const deepest = some.filter((l) => l.depth === 0).length === 1 ? 1 : 0;  // a column begins with a root, if there are several
    let y = zones.length > room && i ? bottom + LEVEL : 0, full = y, filled = 0;
    for (const { box, depth } of some) {
      if (y - full >= enough && depth <= deepest && filled < share - 1) { x += column; y = full; filled += 1; }
      at.set(box.id, { x: x + depth * INDENT + box.w / 2, y: y + box.h / 2 });
      const parent = at.get(box.parent);
      if (parent && parent.x >= x) elbows.set(box.id, x + (depth - 1) * INDENT + 12);  // not from another column
      y += box.h + 10;
      bottom = Math.max(bottom, y);
    }
    x = zones.length > room ? 0 : x + column;
  });
  const wide = lines.reduce((most, { box }) => Math.max(most, at.get(box.id).x + box.w / 2), 0);
  return { at, elbows, bands: [], width: wide, height: bottom, indented: true };
}

// ---- the boxes of the first kind on both sides, the others in columns between them
function flanks(boxes, width) {
  const sides = boxes.filter((b) => b.kind === boxes[0].kind), middle = boxes.filter((b) => b.kind !== boxes[0].kind);
  if (width < 4 * (BOX + GAP)) return bands([["Companies", sides], ["Cited by several", middle]].filter(([, b]) => b.length), width);
  const aisle = Math.min(220, (width - 3 * BOX) / 2);
  const columns = middle.length > 26 && width > 2 * (BOX + aisle) + 2 * (BOX + GAP) ? 2 : 1;
  const part = grid(middle, BOX + aisle, 0, columns, 12), at = part.at;
  const wide = 2 * (BOX + aisle) + columns * (BOX + GAP) - GAP;
  const half = Math.ceil(sides.length / 2), needed = (some) => some.reduce((sum, b) => sum + b.h + 12, -12);
  const height = Math.max(part.bottom, needed(sides.slice(0, half)), needed(sides.slice(half)));
  [[sides.slice(0, half), BOX / 2], [sides.slice(half), wide - BOX / 2]].forEach(([some, x]) => {
    const space = (height - needed(some)) / Math.max(1, some.length);  // they stand along the whole height
    let y = space / 2;
    for (const b of some) { at.set(b.id, { x, y: y + b.h / 2 }); y += b.h + 12 + space; }
  });
  return { at, elbows: new Map(), bands: [], width: wide, height };
}
