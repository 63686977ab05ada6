"""What tests ask of a picture that a browser has drawn."""

from __future__ import annotations

from typing import Any


def behind(browser: Any) -> list[list[str]]:
    """Return the arrows that run behind a box at neither of their ends, with that box."""
    return list(
        browser.execute_script(
            """
            const wrong = [], line = document.createElementNS("http://www.w3.org/2000/svg", "path");
            for (const [e, { d }] of arrows) {
              line.setAttribute("d", d);
              for (const id of drawn.at.keys()) {
                if (id === e.from || id === e.to) continue;
                const b = boxOf(id), length = line.getTotalLength();
                for (let along = 0; along <= length; along += 3) {
                  const { x, y } = line.getPointAtLength(along);
                  if (x > b.left && x < b.right && y > b.top && y < b.bottom) { wrong.push([e.from, e.to, id]); break; }
                }
              }
            }
            return wrong;
            """
        )
    )
