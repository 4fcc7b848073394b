// Says that something is under way once it has taken more than a second.
const line = document.getElementById("busy");
let running = 0;
let timer = 0;

function begin() {
  running += 1;
  if (running === 1) timer = setTimeout(() => { line.textContent = "Working …"; }, 1000);
}

function end() {
  running = Math.max(0, running - 1);
  if (running === 0) {
    clearTimeout(timer);
    line.textContent = "";
  }
}

document.addEventListener("htmx:before:request", begin);
document.addEventListener("htmx:finally:request", end);
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.method !== "dialog") begin();
});
// A page that comes back from the browser's own memory is no longer busy.
addEventListener("pageshow", () => { running = 0; end(); });
