"use strict";
function save(name, url) {
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  document.body.append(a);
  a.click();
  a.remove();
}

// The rows of a table that the filters leave, as CSV; a cell that a spreadsheet would take for a formula is kept as text.
document.getElementById("csv").onclick = (event) => {
  const cell = (t) => '"' + (/^[=+\-@\t\r]/.test(t) ? "'" + t : t).replaceAll('"', '""') + '"';
  const rows = [...document.querySelectorAll("#facts tr")].filter((r) => !r.hidden && !r.parentElement.hidden).map((r) => [...r.cells].map((c) => cell(c.textContent.trim())).join(","));
  save(event.currentTarget.dataset.file + ".csv", URL.createObjectURL(new Blob(["\ufeff" + rows.join("\r\n")], { type: "text/csv" })));
};
