// Saves a text while it is written. One request at a time, so a save never overtakes
// another; what the other wrote meanwhile is shown and never written over.
const PAUSE = 1200;
const AGAIN = 5000;

function watch(form) {
  const text = form.elements.text;
  const one = { form, text, saved: text.value, timer: 0, busy: false, stopped: false };
  text.addEventListener("input", () => wait(one, PAUSE));
  text.addEventListener("blur", () => wait(one, 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    one.stopped = false;
    wait(one, 0);
  });
  addEventListener("beforeunload", (event) => {
    if (text.value !== one.saved) event.preventDefault();
  });
}

function wait(one, time) {
  clearTimeout(one.timer);
  one.timer = setTimeout(() => save(one), time);
}

async function save(one) {
  const written = one.text.value;
  if (one.busy || one.stopped || written === one.saved) return;
  one.busy = true;
  const answer = await send(one.form);
  one.busy = false;
  if (answer?.ok) {
    one.saved = written;
    one.form.querySelector("[data-state]").outerHTML = await answer.text();
    if (one.text.value !== written) wait(one, PAUSE);
  } else if (answer) {
    one.stopped = true;
    document.getElementById("notices").innerHTML = await answer.text();
    tell(one.form, "Not saved. Your text is still here.");
  } else {
    tell(one.form, "Not saved yet: no connection. It is tried again.");
    wait(one, AGAIN);
  }
}

function send(form) {
  const body = new FormData(form);
  return fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } })
    .catch(() => null);
}

function tell(form, sentence) {
  const line = document.createElement("span");
  line.className = "bad";
  line.textContent = sentence;
  const state = form.querySelector("[data-state]");
  state.querySelector("span")?.remove();
  state.append(line);
}

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);
