function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const field of [form.q, form.sort, ...choices]) field.value = wanted.get(field.name) ?? "";
  if (choices.some((choice) => choice.value)) form.querySelector("details").open = true;
  show();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  show();
});
form.addEventListener("change", (event) => {
  if (event.target === form.q) return;
  history.replaceState(null, "", address());
  show();
});
addEventListener("popstate", fromAddress);

// Arrow keys walk from the field through the results and back.
document.querySelector(".search-page").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [form.q, ...results.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  if (!step || place < 0 || !stops[place + step]) return;
  event.preventDefault();
  stops[place + step].focus();
});

// What was typed before this script arrived stays in the field.
const typed = form.q.value;
fromAddress();
form.q.value = typed || form.q.value;
