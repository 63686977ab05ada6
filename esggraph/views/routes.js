"use strict";
// How arrows run: as a curve where that meets no box, else around the boxes, along the gaps between them. A route is
// {d, tip}: the path in SVG's words, and where its head stands and points to, in degrees, 90 being down.
const LANE = GAP / 2;     // from a box to the middle of the gap beside it
const CLEAR = 5;          // what a line keeps from a box that it does not belong to
const TURN = 40;          // what a bend costs, in units of length
const MOST_ROUTED = 160;  // boxes; in a larger picture arrows stay curves

function boxOf(id) {
  const { x, y } = drawn.at.get(id), { w, h } = byId.get(id);
  return { id, x, y, left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
}

function routesOf(some) {  // Map arrow -> its route
  const boxes = [...drawn.at.keys()].map(boxOf), routes = new Map();
  const labels = drawn.bands.flatMap((b) => b.lines.map((line, i) => ({
    left: b.x + 12, right: b.x + 12 + 1.15 * pen.measureText(line).width, top: b.y + 12 + i * LINE, bottom: b.y + 28 + i * LINE,
  })));
  let around = 0;
  for (const e of some) {
    const hangs = elbowed(e), straight = hangs ? polyline(bend(e.to), 0) : curve(boxOf(e.from), boxOf(e.to));
    const others = [...boxes.filter((b) => b.id !== e.from && b.id !== e.to), ...labels];
    const meets = straight.points.some(([x, y]) => others.some((b) => within(b, x, y)));
    if (data.layout === "flanks" || boxes.length > MOST_ROUTED || !meets) {
      routes.set(e, straight);
      continue;
    }
    const obstacles = [...boxes, ...labels];
    let side = hangs, corners = detour(boxOf(e.from), boxOf(e.to), obstacles, side);
    if (!corners && !side) {  // what hangs below others can be reached from its left only
      side = true;
      corners = detour(boxOf(e.from), boxOf(e.to), obstacles, side);
    }
    around += 1;
    routes.set(e, corners ? polyline(shifted(corners, ((around % 3) - 1) * 5, side), side ? 0 : 90) : straight);
  }
  return routes;
}

function within(b, x, y) {
  return x > b.left - CLEAR && x < b.right + CLEAR && y > b.top - CLEAR && y < b.bottom + CLEAR;
}

function curve(a, b) {
  const down = b.top >= a.bottom, up = a.top >= b.bottom;
  if ((down || up) && data.layout !== "flanks") {
    const y1 = down ? a.bottom : a.top, y2 = down ? b.top : b.bottom, mid = (y1 + y2) / 2;
    return cubic([a.x, y1], [a.x, mid], [b.x, mid], [b.x, y2], down ? 90 : -90);
  }
  const right = b.x >= a.x, x1 = right ? a.right : a.left, x2 = right ? b.left : b.right, mid = (x1 + x2) / 2;
  return cubic([x1, a.y], [mid, a.y], [mid, b.y], [x2, b.y], right ? 0 : 180);
}

function cubic(p, q, r, s, angle) {
  const at = (t, i) => (1 - t) ** 3 * p[i] + 3 * (1 - t) ** 2 * t * q[i] + 3 * (1 - t) * t * t * r[i] + t ** 3 * s[i];
  const points = Array.from({ length: 41 }, (_, n) => [at(n / 40, 0), at(n / 40, 1)]);
  return { d: `M${p}C${q} ${r} ${s}`, tip: { x: s[0], y: s[1], angle }, points };
}

function polyline(corners, angle) {
  const [x, y] = corners[corners.length - 1];
  const points = corners.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = corners[i], steps = Math.ceil((Math.abs(x2 - x1) + Math.abs(y2 - y1)) / 6);
    return Array.from({ length: steps }, (_, n) => [x1 + ((x2 - x1) * n) / steps, y1 + ((y2 - y1) * n) / steps]);
  });
  return { d: "M" + corners.map((corner) => corner.join(" ")).join("L"), tip: { x, y, angle }, points };
}

function shifted(corners, by, side) {  // so that arrows in one gap stand beside each other
  const last = corners.length - 1;
  return corners.map(([x, y], i) => (i === 0 ? [x + by, y] : i < last ? [x + by, y + by] : side ? [x, y + by] : [x + by, y]));
}

// From below one box to above the other, or to its left side, along the lines in the gaps: the shortest way with the
// fewest bends (Dijkstra), or null.
function detour(a, b, boxes, side) {
  const [endX, endY] = side ? [b.left - LANE, b.y] : [b.x, b.top - LANE];
  const lines = (values) => [...new Set(values.map(Math.round))].sort((p, q) => p - q);
  const xs = lines([a.x, endX, ...boxes.flatMap((o) => [o.left - LANE, o.right + LANE])]);
  const ys = lines([a.bottom + LANE, endY, ...boxes.flatMap((o) => [o.top - LANE, o.bottom + LANE])]);
  const free = (x, y) => !boxes.some((o) => within(o, x, y));
  const start = [xs.indexOf(Math.round(a.x)), ys.indexOf(Math.round(a.bottom + LANE))];
  const goal = [xs.indexOf(Math.round(endX)), ys.indexOf(Math.round(endY))];
  const key = (i, j, upright) => (i * ys.length + j) * 2 + upright;
  const cost = new Map([[key(...start, 1), 0]]), before = new Map(), heap = [[0, ...start, 1]];
  while (heap.length) {
    const [spent, i, j, upright] = pop(heap);
    if (i === goal[0] && j === goal[1]) return corners(i, j, upright);
    if (spent > cost.get(key(i, j, upright))) continue;
    for (const [di, dj] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      const [k, l, turned] = [i + di, j + dj, Number(dj !== 0)];
      if (xs[k] === undefined || ys[l] === undefined) continue;
      if (!free(xs[k], ys[l]) || !free((xs[i] + xs[k]) / 2, (ys[j] + ys[l]) / 2)) continue;
      const sum = spent + Math.abs(xs[k] - xs[i]) + Math.abs(ys[l] - ys[j]) + (turned === upright ? 0 : TURN);
      if (sum >= (cost.get(key(k, l, turned)) ?? Infinity)) continue;
      cost.set(key(k, l, turned), sum);
      before.set(key(k, l, turned), [i, j, upright]);
      push(heap, [sum, k, l, turned]);
    }
  }
  return null;

  function corners(i, j, upright) {
    const way = [side ? [b.left, b.y] : [b.x, b.top]];
    for (let step = [i, j, upright]; step; step = before.get(key(...step))) way.push([xs[step[0]], ys[step[1]]]);
    way.push([a.x, a.bottom]);
    way.reverse();
    return way.filter((p, n) => {  // without those in the middle of a line
      const last = way[n - 1], next = way[n + 1];
      return !last || !next || !((last[0] === p[0] && p[0] === next[0]) || (last[1] === p[1] && p[1] === next[1]));
    });
  }
}

function push(heap, item) {
  let n = heap.push(item) - 1;
  while (n && heap[(n - 1) >> 1][0] > heap[n][0]) { const up = (n - 1) >> 1; [heap[n], heap[up]] = [heap[up], heap[n]]; n = up; }
}

function pop(heap) {
  const first = heap[0], last = heap.pop();
  if (!heap.length) return first;
  heap[0] = last;
  for (let n = 0; ;) {
    let least = n;
    for (const child of [2 * n + 1, 2 * n + 2]) if (child < heap.length && heap[child][0] < heap[least][0]) least = child;
    if (least === n) return first;
    [heap[n], heap[least]] = [heap[least], heap[n]];
    n = least;
  }
}
