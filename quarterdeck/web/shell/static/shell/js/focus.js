// A swap never throws the reader out: when the focused element is gone, its successor
// of the same id or name has the focus, else what was swapped.
let last = null;

document.addEventListener("htmx:before:swap", () => {
  const at = document.activeElement;
  last = at && at !== document.body ? { id: at.id, name: at.name, form: at.form?.action } : null;
}, true);

document.addEventListener("htmx:after:swap", (event) => {
  if (!last || document.activeElement !== document.body) return;
  const target = event.detail?.ctx?.target;
  const heir = unfolded((last.id && document.getElementById(last.id)) || byName()) ||
    (target?.isConnected ? target : null);
  if (!heir) return;
  if (heir.tabIndex < 0) heir.setAttribute("tabindex", "-1");
  heir.focus({ preventScroll: true });
}, true);

// What is folded away cannot have the focus: what unfolds it has it then.
function unfolded(heir) {
  return heir?.checkVisibility?.() === false ? heir.closest("details")?.querySelector("summary") : heir;
}

function byName() {
  if (!last.name) return null;
  return [...document.getElementsByName(last.name)].find((one) => one.form?.action === last.form);
}
