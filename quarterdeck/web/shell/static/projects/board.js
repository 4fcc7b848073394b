// The board without its menus: arrow keys walk and move, the pointer drags.
// Each way presses the button that the card's own menu has, so there is one act.
import "./dragging.js";
import { move, neighbour } from "./moving.js";

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".board .task");
  if (!card || !event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!event.target.matches(".name")) return;
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.shiftKey) {
    const column = step && neighbour(card.closest(".column"), step);
    if (!column) return;
    event.preventDefault();
    move(card, column.dataset.status);
    return;
  }
  const to = step ? beside(card, step) : card[event.key === "ArrowUp" ? "previousElementSibling" : "nextElementSibling"];
  const link = to?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.focus();
});

// The card at about the same height of the next column that has any.
function beside(card, step) {
  let column = card.closest(".column");
  const at = [...column.querySelectorAll(".task")].indexOf(card);
  while ((column = neighbour(column, step))) {
    const cards = column.querySelectorAll(".task");
    if (cards.length) return cards[Math.min(at, cards.length - 1)];
  }
  return null;
}

// A card that was moved by its menu keeps the focus wherever it lands.
document.addEventListener("submit", (event) => {
  event.submitter?.closest(".board .task")?.querySelector(".name").focus();
}, true);
