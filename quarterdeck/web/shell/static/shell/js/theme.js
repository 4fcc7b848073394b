// The theme changes at once; the server is told by the same form that works without this.
document.addEventListener("click", (event) => {
  const button = event.target.closest(".themes button");
  if (!button) return;
  const root = document.documentElement;
  if (button.value) root.dataset.theme = button.value;
  else delete root.dataset.theme;
  for (const one of button.form.querySelectorAll("button")) {
    one.setAttribute("aria-pressed", String(one === button));
  }
});
