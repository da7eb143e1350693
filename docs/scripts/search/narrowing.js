function fits(hit, choice, value) {
  return !value || Boolean(facets[hit.id]?.[choice.name]?.includes(value));
}

function narrowed(hits, except) {
  return hits.filter((hit) => choices.every((choice) => choice === except || fits(hit, choice, choice.value)));
}

// How many of the pages found each choice would leave; one that would leave none cannot be chosen.
function count(hits) {
  for (const choice of choices) {
    const others = narrowed(hits, choice);
    for (const option of choice.options) {
      if (!option.value) continue;
      const label = option.dataset.label ?? (option.dataset.label = option.textContent);
      const left = others.filter((hit) => fits(hit, choice, option.value)).length;
      option.textContent = `${label} (${left})`;
      option.disabled = !left;
    }
  }
}

function sorted(hits) {
  const day = (hit) => facets[hit.id]?.date?.[0] ?? "";
  const order = { desc: -1, asc: 1 }[form.sort.value];
  return order ? [...hits].sort((one, next) => order * day(one).localeCompare(day(next))) : hits;
}

