// Whether the person is writing: then a letter is a letter and no shortcut.
const BUTTONS = ["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"];

export function typing(target) {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, select, [contenteditable='true']");
  return Boolean(field) && !(field.matches("input") && BUTTONS.includes(field.type));
}

export function letters(event) {
  return document.body.dataset.keys === "on" && !event.ctrlKey && !event.metaKey &&
    !event.altKey && !event.defaultPrevented && !typing(event.target) &&
    !document.querySelector("dialog[open]");
}
