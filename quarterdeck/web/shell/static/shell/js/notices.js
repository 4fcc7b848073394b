// Notices can be closed; a server that cannot be reached is told in the same place.
const area = document.getElementById("notices");

function dress(notice) {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.setAttribute("aria-label", "Close this message");
  close.textContent = "×";
  close.addEventListener("click", () => notice.remove());
  notice.append(close);
}

function dressAll() {
  for (const notice of area.querySelectorAll(".notice:not(:has(> .close))")) dress(notice);
}

document.addEventListener("htmx:error", (event) => {
  // A request taken back for a newer one is no failure.
  const name = event.detail?.error?.name;
  if (!event.detail?.ctx || name === "AbortError") return;
  const notice = document.createElement("div");
  notice.className = "notice error";
  const text = document.createElement("p");
  text.textContent = "The server did not answer. What you typed is still here; try again.";
  notice.append(text);
  area.replaceChildren(notice);
});

if (area) {
  dressAll();
  new MutationObserver(dressAll).observe(area, { childList: true, subtree: true });
}
