// The records looked at last in this tab, offered by the palette before anything is typed.
const KEY = `recent-${document.body.dataset.who}`; // one tab may see two people
const MOST = 5;
const list = document.getElementById("palette-list");

function read() {
  try { return JSON.parse(sessionStorage.getItem(KEY)) || []; } catch { return []; }
}

function keep() {
  const title = document.title.split(" · ")[0];
  const others = read().filter((one) => one.path !== location.pathname);
  if (!/\/\d+\/$/.test(location.pathname)) return;
  sessionStorage.setItem(KEY, JSON.stringify([{ path: location.pathname, title }, ...others].slice(0, MOST)));
}

function offer() {
  const slot = list.querySelector("[data-recent]");
  if (!slot || slot.querySelector("a")) return;
  const rows = read().filter((one) => one.path !== location.pathname);
  slot.hidden = rows.length === 0;
  rows.forEach((one, index) => {
    const link = document.createElement("a");
    link.href = one.path;
    link.id = `recent-${index}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.textContent = one.title;
    slot.append(link);
  });
}

if (list) {
  keep();
  new MutationObserver(offer).observe(list, { childList: true });
}
