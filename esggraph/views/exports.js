"use strict";
// The picture and the table as files: the whole picture as it is arranged now, whatever part of it is on the screen.
const SVG = "http://www.w3.org/2000/svg";

function svgPicture() {
  const ink = dark.matches ? "#e8ecf2" : "#1d2430", paper = dark.matches ? "#151a21" : "#ffffff";
  const width = drawn.width + 2 * MARGIN, height = drawn.height + 2 * MARGIN;
  const svg = document.createElementNS(SVG, "svg");
  const put = (tag, attributes, text, parent = svg) => {
    const e = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    if (text !== undefined) e.textContent = text;
    parent.append(e);
    return e;
  };
  for (const [name, value] of Object.entries({ xmlns: SVG, width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`, "font-family": FONT.slice(5), "font-size": 14 })) svg.setAttribute(name, value);
  put("title", {}, document.title);
  put("rect", { x: -MARGIN, y: -MARGIN, width, height, fill: paper });
  for (const b of drawn.bands) {
    put("rect", { x: b.x, y: b.y, width: b.width, height: b.height, fill: ink, "fill-opacity": 0.06 });
    b.lines.forEach((line, i) => put("text", { x: b.x + 12, y: b.y + 25 + i * LINE, fill: ink, "font-weight": "bold" }, line));
  }
  const colours = [...new Set(edges.get().map((e) => e.colour))];
  const defs = put("defs", {});
  colours.forEach((colour, i) => {
    const head = put("marker", { id: "head" + i, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" }, undefined, defs);
    put("path", { d: "M0 0L10 5L0 10z", fill: colour }, undefined, head);
  });
  const stroke = (e) => ({
    fill: "none", stroke: e.colour, "stroke-width": 2, "stroke-dasharray": e.dashes ? "6 4" : "none",
    ...(e.arrows ? { "marker-end": `url(#head${colours.indexOf(e.colour)})` } : {}),
  });
  for (const id of drawn.elbows.keys()) {
    const e = bent.get(id);
    put("path", { d: "M" + bend(id).map((corner) => corner.join(" ")).join("L"), ...stroke(e || { colour: PLAIN }) });
  }
  for (const e of edges.get()) if (!elbowed(e)) put("path", { d: curve(e), ...stroke(e) });
  for (const [id, p] of drawn.at) {
    const n = nodes.get(id), lines = n.label.split("\n");
    put("rect", { x: p.x - n.w / 2, y: p.y - n.h / 2, width: n.w, height: n.h, rx: 4, fill: n.color.background, stroke: n.color.border, "stroke-width": 2 });
    lines.forEach((line, i) => put("text", { x: p.x, y: p.y + 5 + (i - (lines.length - 1) / 2) * LINE, fill: "#10161f", "text-anchor": "middle" }, line));
  }
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function curve(e) {  // from the border of one box to the border of the other
  const a = drawn.at.get(e.from), b = drawn.at.get(e.to), m = byId.get(e.from), n = byId.get(e.to);
  const apart = Math.abs(b.y - a.y) - (m.h + n.h) / 2;
  if (apart > 0 && e.smooth.forceDirection === "vertical") {
    const way = Math.sign(b.y - a.y), y1 = a.y + (way * m.h) / 2, y2 = b.y - (way * n.h) / 2, mid = (y1 + y2) / 2;
    return `M${a.x} ${y1}C${a.x} ${mid} ${b.x} ${mid} ${b.x} ${y2}`;
  }
  const way = Math.sign(b.x - a.x) || 1, x1 = a.x + (way * m.w) / 2, x2 = b.x - (way * n.w) / 2, mid = (x1 + x2) / 2;
  return `M${x1} ${a.y}C${mid} ${a.y} ${mid} ${b.y} ${x2} ${b.y}`;
}

document.getElementById("svg").onclick = () => save(data.file + ".svg", URL.createObjectURL(new Blob([svgPicture().text], { type: "image/svg+xml" })));

document.getElementById("png").onclick = () => {
  const { text, width, height } = svgPicture();
  const sharp = Math.min(2, 16000 / Math.max(width, height));  // browsers limit how large a canvas may be
  const image = new Image();
  image.onload = () => {
    const canvas = element("canvas");
    canvas.width = width * sharp;
    canvas.height = height * sharp;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(data.file + ".png", canvas.toDataURL("image/png"));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
};
