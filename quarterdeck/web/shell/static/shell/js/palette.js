// The command palette: type, walk with the arrows, Enter follows. The server finds.
import { open } from "./sheets.js";

const sheet = document.getElementById("palette");
const input = document.getElementById("palette-input");
const list = document.getElementById("palette-list");
const told = document.getElementById("palette-told");
const options = () => [...list.querySelectorAll("[role=option]")];

function choose(option) {
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  if (!option) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  choose(all[(at + by + all.length) % all.length]);
}

function found() {
  const all = options();
  choose(all[0]);
  told.textContent = all.length ? "" : "Nothing found.";
}

if (sheet) {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      if (sheet.open) sheet.close(); else open("palette");
    }
  });
  sheet.addEventListener("sheet:open", () => {
    input.value = "";
    input.focus();
    input.dispatchEvent(new CustomEvent("palette:open"));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const chosen = list.querySelector("[aria-selected=true]");
      if (chosen) { event.preventDefault(); chosen.click(); }
    }
  });
  new MutationObserver(found).observe(list, { childList: true });
}
