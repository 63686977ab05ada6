"use strict";
// The picture and the table as files: the whole picture as it is arranged now, whatever part of it is on the screen.
const SVG = "http://www.w3.org/2000/svg";

const TOP = 40, KEY = 26;  // the height of the title above the picture, and of a line of the legend below it

function svgPicture() {  // always in light colours, with title, legend and sources
  const ink = "#1d2430", width = Math.max(drawn.width, 560) + 2 * MARGIN;
  const svg = document.createElementNS(SVG, "svg");
  const put = (tag, attributes, text, parent = svg) => {
    const e = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    if (text !== undefined) e.textContent = text;
    parent.append(e);
    return e;
  };
  put("title", {}, document.title);
  const paper = put("rect", { x: -MARGIN, y: -TOP, width, fill: "#ffffff" });
  put("text", { x: 0, y: -14, fill: ink, "font-size": 18, "font-weight": "bold" }, document.title);
  for (const b of drawn.bands) {
    put("rect", { x: b.x, y: b.y, width: b.width, height: b.height, fill: ink, "fill-opacity": 0.06 });
    b.lines.forEach((line, i) => put("text", { x: b.x + 12, y: b.y + 25 + i * LINE, fill: ink, "font-weight": "bold" }, line));
  }
  const line = (d, style, faint) => put("path", {
    d, fill: "none", stroke: style.colour, "stroke-width": faint ? 1.2 : 2, "stroke-opacity": faint ? 0.5 : 1,
    "stroke-dasharray": style.dashed ? "6 4" : "none",
  });
  for (const d of bare) line(d, { colour: PLAIN });
  for (const [e, { d, tip }] of arrows) {
    const style = styles[e.predicate];
    line(d, style, data.layout === "flanks");
    if (data.layout !== "flanks") put("path", { d: HEAD, fill: style.colour, transform: `translate(${tip.x} ${tip.y}) rotate(${tip.angle})` });
  }
  for (const [id, p] of drawn.at) {
    const n = byId.get(id), lines = n.label.split("\n");
    put("rect", {
      x: p.x - n.w / 2, y: p.y - n.h / 2, width: n.w, height: n.h, rx: 4,
      fill: n.color.background, stroke: n.color.border, "stroke-width": 2,
    });
    const first = p.y + 5 - ((lines.length - 1) / 2) * LINE;
    lines.forEach((text, i) => put("text", { x: p.x, y: first + i * LINE, fill: "#10161f", "text-anchor": "middle" }, text));
  }
  let x = 0, y = drawn.height + KEY;
  const key = (label, sign) => {
    const wide = 44 + pen.measureText(label).width;
    if (x + wide > width - 2 * MARGIN && x) { x = 0; y += KEY; }
    sign(x, y);
    put("text", { x: x + 26, y: y + 5, fill: ink }, label);
    x += wide;
  };
  for (const kind of data.kinds.filter((k) => [...drawn.at.keys()].some((id) => byId.get(id).kind === k.id))) {
    key(kind.label, (a, b) => put("rect", { x: a, y: b - 6, width: 18, height: 12, rx: 3, fill: kind.fill, stroke: kind.line, "stroke-width": 2 }));
  }
  for (const style of data.predicates.filter((p) => [...arrows.keys()].some((e) => e.predicate === p.id))) {
    key(style.label, (a, b) => line(`M${a} ${b}H${a + 20}`, style));
  }
  y += KEY;
  const from = wrapped("From " + data.sources.join(", ") + ", by esggraph. What is not shown was not found in the text.", width - 2 * MARGIN);
  from.forEach((text, i) => put("text", { x: 0, y: y + i * LINE, fill: ink, "font-size": 12 }, text));
  const height = TOP + y + from.length * LINE + MARGIN;
  paper.setAttribute("height", height);
  const frame = { xmlns: SVG, width, height, viewBox: `${-MARGIN} ${-TOP} ${width} ${height}`, "font-family": FONT.slice(5), "font-size": 14 };
  for (const [name, value] of Object.entries(frame)) svg.setAttribute(name, value);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
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
