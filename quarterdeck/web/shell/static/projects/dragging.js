// Drag a card to another column. The menu on the card does the same by keyboard.
import { move } from "./moving.js";

let lifted = null;

document.addEventListener("dragstart", (event) => {
  lifted = event.target.closest?.(".board .task[draggable]");
  if (!lifted) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", lifted.querySelector(".name").textContent);
  lifted.classList.add("lifted");
});

document.addEventListener("dragover", (event) => {
  const column = lifted && event.target.closest?.(".board .column");
  mark(column);
  if (column) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const column = lifted && event.target.closest?.(".board .column");
  if (!column) return;
  event.preventDefault();
  if (column !== lifted.closest(".column")) move(lifted, column.dataset.status);
});

document.addEventListener("dragend", () => {
  lifted?.classList.remove("lifted");
  lifted = null;
  mark(null);
});

function mark(column) {
  for (const other of document.querySelectorAll(".column.over")) {
    if (other !== column) other.classList.remove("over");
  }
  column?.classList.add("over");
}
