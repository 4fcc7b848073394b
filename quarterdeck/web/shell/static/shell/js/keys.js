// g and a letter goes to a place, c creates a task, / searches, ? tells the keys.
import { letters } from "./typing.js";
import { open } from "./sheets.js";

let waiting = 0; // until when a letter after g counts

document.addEventListener("keydown", (event) => {
  if (!letters(event)) return;
  if (Date.now() < waiting) {
    waiting = 0;
    const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (place) follow(event, place);
  } else if (event.key === "g") {
    waiting = Date.now() + 1500;
  } else if (event.key === "c") {
    const create = document.getElementById("create");
    if (create) follow(event, create);
  } else if (event.key === "/") {
    event.preventDefault();
    open("palette");
  } else if (event.key === "?") {
    event.preventDefault();
    open("keys");
  }
});

function follow(event, link) {
  event.preventDefault();
  location.assign(link.href);
}
