// j and k walk the rows of a list, x selects; Enter opens, as on any focused link.
import { letters } from "./typing.js";

const ROWS = "main .rows > li, main .table tbody tr";

document.addEventListener("keydown", (event) => {
  if (!["j", "k", "x"].includes(event.key) || !letters(event)) return;
  const rows = [...document.querySelectorAll(ROWS)].filter(entrance);
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (event.key === "x") {
    rows[at]?.querySelector("input[type=checkbox]")?.click();
  } else {
    event.preventDefault();
    const next = event.key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
    entrance(rows[next]).focus();
  }
});

function entrance(row) {
  return row.querySelector("a[href], button:not([disabled])");
}
