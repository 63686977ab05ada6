"use strict";
// The panel with the evidence. Text from reports is data: it enters the page through textContent only.
const panel = document.getElementById("panel");
const said = document.getElementById("said");

function element(tag, text, parent) {
  const e = document.createElement(tag);
  if (text !== undefined) e.textContent = text;
  if (parent) parent.append(e);
  return e;
}

function button(words, parent, action, style) {
  const b = element("button", words, parent);
  b.type = "button";
  if (style) b.className = style;
  b.onclick = action;
  return b;
}

function openPanel(title, close) {
  panel.replaceChildren();
  document.querySelector("main").classList.add("reading");
  button("Close", panel, close, "close");
  element("h2", title, panel);
  panel.scrollTop = 0;
}

function emptyPanel(hint) {
  panel.replaceChildren();
  element("p", hint, panel).className = "hint";
  document.querySelector("main").classList.remove("reading");
}

function quotesInto(quotes, parent) {
  for (const q of quotes) {
    const block = element("blockquote", undefined, parent);
    element("span", "“" + q.text + "”", block);
    element("cite", q.place + " · confidence " + q.confidence.toFixed(2), block);
  }
}
