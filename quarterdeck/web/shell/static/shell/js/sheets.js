// Dialogs: anything with data-opens opens one; a click beside it closes it.
export function open(id) {
  const sheet = document.getElementById(id);
  if (!sheet || sheet.open) return;
  document.getElementById("menu")?.hidePopover?.();
  sheet.showModal();
  sheet.dispatchEvent(new CustomEvent("sheet:open"));
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open(opener.dataset.opens);
  } else if (event.target.matches("dialog")) {
    event.target.close();
  }
});
