// Press the button by which a card goes to a column; the focus stays with the card.
export function move(card, status) {
  const button = card.querySelector(`button[value="${card.dataset.task} ${status}"]`);
  if (!button) return false;
  card.querySelector(".name").focus();
  button.form.requestSubmit(button);
  return true;
}

export function neighbour(column, step) {
  return step < 0 ? column.previousElementSibling : column.nextElementSibling;
}
