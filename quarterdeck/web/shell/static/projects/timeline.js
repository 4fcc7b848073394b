// Today stands in the middle of what is seen, also where the picture is wider than the window.
const region = document.querySelector(".timeline");
const now = region?.querySelector(".bars .now");

if (now) {
  const line = now.getBoundingClientRect().left - region.getBoundingClientRect().left;
  const labels = region.querySelector(".labels").offsetWidth;
  region.scrollLeft = line - labels - (region.clientWidth - labels) / 2;
}
