// "Accept chosen" says how many are chosen; with none chosen it cannot be pressed.
for (const form of document.querySelectorAll("[data-choose]")) {
  const accept = form.querySelector("button.primary");
  if (!accept) continue;
  const count = () => {
    const chosen = form.querySelectorAll("input[name=change]:checked").length;
    accept.textContent = chosen ? `Accept ${chosen} chosen` : "Accept chosen";
    accept.disabled = chosen === 0;
  };
  form.addEventListener("change", count);
  count();
}
