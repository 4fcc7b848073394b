// One box ticks or unticks all boxes of a name on the page.
document.addEventListener("change", (event) => {
  const name = event.target.dataset?.selects;
  if (!name) return;
  for (const box of document.querySelectorAll(`input[type=checkbox][name="${name}"]`)) {
    box.checked = event.target.checked;
  }
});
