// What every page does with JavaScript; without it every link and form still works.
document.documentElement.classList.add("js");
