"use strict";
// The search over all pages. Text from reports is data: it enters the page through textContent only.
const entries = JSON.parse(document.getElementById("data").textContent);
const SHOWN = 60;
const hits = document.getElementById("hits"), list = hits.querySelector("ul"), said = document.getElementById("said");

document.getElementById("search").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  list.replaceChildren();
  hits.hidden = !words.length;
  said.textContent = "";
  if (!words.length) return;
  const seen = new Set();  // a thing with several names is shown once
  const found = entries.filter(([name, , company, href]) => {
    const fits = !seen.has(href) && words.every((word) => (name + " " + company).toLowerCase().includes(word));
    if (fits) seen.add(href);
    return fits;
  });
  found.sort((a, b) => (b[1] === "company") - (a[1] === "company"));
  for (const [name, what, company, href] of found.slice(0, SHOWN)) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = href;
    link.textContent = name;
    item.append(link, " – " + what + ", " + company);
    list.append(item);
  }
  said.textContent = !found.length ? "Nothing has that name." : found.length > SHOWN ? found.length + " found, the first " + SHOWN + " are shown" : found.length + " found";
});
document.body.dataset.ready = Math.round(performance.now());
