const menuButton = document.querySelector("[data-menu]");
const menu = document.getElementById("thuc-don");
menuButton.setAttribute("role", "button");
opener(menuButton, menu, (open) => menu.classList.toggle("open", open));
menuButton.addEventListener("keydown", (event) => {
  if (event.key !== " ") return;
  event.preventDefault();
  menuButton.click();
});

