function marked(text, words) {
  const parts = text.split(/([^\p{L}\p{N}]+)/u).map((part) => {
    if (!part || !words.some((word) => fold(part).startsWith(word))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
  return parts;
}

function kindOf(id) {
  const option = form.kind.querySelector(`option[value="${facets[id]?.kind?.[0]}"]`);
  return option && (option.dataset.label ?? option.textContent);
}

function dayOf(id) {
  const [day] = facets[id]?.date ?? [];
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const [lang, form] = document.documentElement.lang === "en" ? ["en-GB", long] : ["vi-VN", { timeZone: "UTC" }];
  return day && new Date(day).toLocaleDateString(lang, form);
}

function entry({ id, page }, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.append(...marked(page.meta.title, words));
  const text = document.createElement("p");
  text.append(...marked(page.meta.description, words));
  const facts = document.createElement("p");
  facts.className = "small";
  facts.textContent = [kindOf(id), dayOf(id)].filter(Boolean).join(" · ");
  item.append(link, text, facts);
  return item;
}

function address() {
  const url = new URL(location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
  return url;
}

