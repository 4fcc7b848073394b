// What is being written is kept as a draft when one pauses or leaves; the button does too.
const form = document.querySelector("form[data-keeps]");
const button = form?.querySelector("button[formaction]");
const told = form?.querySelector("[data-kept]");
const PAUSE = 8000;
let changed = false;
let busy = false;
let timer = 0;

const written = () => [...form.querySelectorAll("textarea")].some((one) => one.value.trim());

function takeOver(page) {
  // The first keeping made a draft: from now on the form is the form of that draft.
  const next = new DOMParser().parseFromString(page, "text/html").querySelector("form[data-keeps]");
  if (!next) return;
  form.action = next.getAttribute("action");
  button.setAttribute("formaction", next.querySelector("button[formaction]").getAttribute("formaction"));
  form.querySelectorAll("input[type=hidden]").forEach((one) => one.remove());
  form.prepend(...next.querySelectorAll("input[type=hidden]"));
  const settled = next.querySelector(".reads");
  if (settled) form.querySelector("fieldset.choices")?.replaceWith(settled);
}

async function keep() {
  if (!changed || busy || !written()) return;
  changed = false;
  busy = true;
  const body = new FormData(form);
  body.delete("request_key"); // each keeping is its own; the key is for the button
  try {
    const answer = await fetch(button.formAction, { method: "POST", body, keepalive: document.hidden });
    if (!answer.ok || !answer.redirected) throw new Error(answer.status);
    takeOver(await answer.text());
    history.replaceState(null, "", answer.url);
    told.textContent = `Kept as a draft at ${new Date().toTimeString().slice(0, 5)}. Only you see it.`;
  } catch {
    told.textContent = "Not kept yet: use “Keep as a draft”.";
  }
  busy = false;
}

if (button) {
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}
