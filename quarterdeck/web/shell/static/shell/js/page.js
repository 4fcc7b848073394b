// What every page does with JavaScript; without it every link and form still works.
import "./busy.js";
import "./focus.js";
import "./keys.js";
import "./lists.js";
import "./notices.js";
import "./palette.js";
import "./recent.js";
import "./sheets.js";
import "./tabs.js";
import "./theme.js";

document.documentElement.classList.add("js");
