// @ts-check
// Stands in the head of every page: ground, contrast and size of letters as chosen, before anything is drawn; and that
// there is a script, for what it folds.
{
  const look = document.documentElement.dataset;
  look.scripted = "";
  try {
    for (const name of ["palette", "contrast", "size"]) {
      const chosen = localStorage.getItem(name);
      if (chosen) look[name] = chosen;
    }
  } catch {
    // A browser that keeps nothing shows what the device prefers.
  }
  if ((look.contrast || "auto") === "auto" && matchMedia("(prefers-contrast: more)").matches) look.contrast = "more";
}
