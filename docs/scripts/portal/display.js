// Ground, contrast and size of letters: shown at once, kept on this device alone.
const displayButton = document.querySelector("[data-display]");
const display = document.getElementById("hien-thi");
opener(displayButton, display, (open) => (display.hidden = !open));
displayButton.hidden = false;
for (const choice of display.querySelectorAll("input")) {
  choice.checked = choice.value === (root.dataset[choice.name] ?? "auto");
  choice.addEventListener("change", () => {
    root.dataset[choice.name] = choice.value;
    try {
      localStorage.setItem(choice.name, choice.value);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  });
}

