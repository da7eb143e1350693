const share = document.querySelector("[data-share]");
if (share) {
  const { title, url } = share.dataset;
  share.hidden = !navigator.share;
  share.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  const copy = document.querySelector("[data-copy]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.dataset.copy);
    document.querySelector("[data-shared]").textContent = copy.dataset.done;
  });
  const paper = document.querySelector("[data-print]");
  paper.hidden = false;
  paper.addEventListener("click", () => print());
}

