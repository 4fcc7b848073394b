// A narrow screen shows only the first tabs of a row: bring the one we are on into it.
for (const tab of document.querySelectorAll(".tabs [aria-current], .places [aria-current]")) {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
