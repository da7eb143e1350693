// @ts-check
// A quiz answered on the device: each answer is told right or wrong in words, the score stands at the end. Nothing is
// kept and nothing is sent. It comes with the first choice; until then, and without it, answers lie behind questions.

import { find, start } from "./root.js";

/**
 * A question; `state` is "right" or "wrong" once it was answered, "seen" where its answer was opened before.
 * @typedef {object} Question
 * @property {HTMLElement} part
 * @property {HTMLInputElement[]} choices
 * @property {HTMLElement} press
 * @property {HTMLElement} told
 * @property {HTMLDetailsElement} behind
 * @property {string} state
 */

/**
 * @param {HTMLElement} part
 * @returns {Question}
 */
function question(part) {
  /** @param {string} selector */
  const inside = (selector) => /** @type {HTMLElement} */ (part.querySelector(selector));
  return {
    part,
    choices: [].slice.call(part.querySelectorAll("input")),
    press: inside("[data-press]"),
    told: inside(".quiz-told"),
    behind: /** @type {HTMLDetailsElement} */ (inside("details")),
    state: "",
  };
}

/**
 * @param {Question} one
 * @param {boolean} shown
 */
function showPress({ press }, shown) {
  const line = press.parentElement;
  if (line) line.hidden = !shown;
}

/**
 * A question as nobody has answered it.
 * @param {Question} one
 * @param {string} word
 */
function ask(one, word) {
  const { choices, press, told, behind, part } = one;
  for (const said of part.querySelectorAll(".choice-mark")) said.remove();
  for (const choice of choices) choice.disabled = false;
  told.textContent = "";
  told.className = "quiz-told";
  press.textContent = word;
  behind.hidden = true;
  one.state = "";
  showPress(one, true);
}

/**
 * Words beside a choice: colour alone says nothing to who does not see it.
 * @param {HTMLInputElement} choice
 * @param {string} word
 * @param {string} look
 */
function mark(choice, word, look) {
  const said = document.createElement("span");
  said.classList.add("choice-mark", look);
  said.textContent = word;
  const text = choice.nextElementSibling;
  if (text) text.append(said);
}

/**
 * A sentence of the page, its blanks filled.
 * @param {DOMStringMap} words
 * @param {string} name
 * @param {Record<string, string | number>} [blanks]
 */
function say(words, name, blanks = {}) {
  return (words[name] || "").replace(/\{(\w+)\}/g, (_, blank) => String(blanks[blank]));
}

/**
 * @param {Question} one
 * @param {HTMLInputElement} chosen
 * @param {DOMStringMap} words
 */
function tell(one, chosen, words) {
  const right = one.choices[Number(one.part.dataset.rightChoice) - 1];
  const choice = String(right.nextElementSibling && right.nextElementSibling.textContent).trim();
  one.state = chosen === right ? "right" : "wrong";
  one.told.className = `quiz-told is-${one.state}`;
  one.told.textContent =
    chosen === right ? say(words, "right") : `${say(words, "wrong")} ${say(words, "rightIs", { choice })}`;
  mark(right, say(words, "markRight"), "is-right");
  if (chosen !== right) mark(chosen, say(words, "markWrong"), "is-wrong");
  for (const other of one.choices) other.disabled = true;
  one.behind.hidden = false;
  one.behind.open = true;
}

/**
 * The way back to a question.
 * @param {Question} one
 */
function wayTo({ part }) {
  const [entry, link] = [document.createElement("li"), document.createElement("a")];
  const heading = part.querySelector("h2");
  if (heading) {
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
  }
  entry.append(link);
  return entry;
}

/**
 * @param {HTMLElement} score
 * @param {Question[]} all
 * @param {DOMStringMap} words
 */
function showScore(score, all, words) {
  const [told, again, list] = [".quiz-score [role=status]", "[data-look-again]", ".quiz-score ul"].map(find);
  const [right, seen] = ["right", "seen"].map((state) => all.filter((one) => one.state === state).length);
  if (!told || !again || !list) return;
  score.hidden = false;
  const opened = seen ? ` ${say(words, "scoreSeen", { seen })}` : "";
  told.textContent = say(words, "score", { right, all: all.length }) + opened;
  again.hidden = right === all.length;
  list.textContent = "";
  list.append(...all.filter(({ state }) => state !== "right").map(wayTo));
}

/**
 * Where a reader goes on: the next question nobody answered, from the first one again after the last; else the score.
 * @param {Question[]} all
 * @param {Question} from
 * @returns {Question | undefined}
 */
function following(all, from) {
  const at = all.indexOf(from) + 1;
  return [...all.slice(at), ...all.slice(0, at)].find(({ state }) => !state);
}

/**
 * @param {HTMLElement} quiz
 * @param {HTMLElement} score
 * @param {Question[]} all
 */
function listen(quiz, score, all) {
  const words = quiz.dataset;
  /** @param {Question} one */
  function press(one) {
    const chosen = one.choices.find(({ checked }) => checked);
    const next = following(all, one);
    if (one.state) return next ? next.choices[0].focus() : score.focus();
    if (!chosen) {
      one.told.textContent = say(words, "chooseFirst");
      return undefined;
    }
    tell(one, chosen, words);
    const left = following(all, one);
    one.press.textContent = say(words, left ? "next" : "toScore");
    one.press.focus();
    if (!left) showScore(score, all, words);
    return undefined;
  }
  for (const one of all) {
    one.press.addEventListener("click", () => press(one));
    one.part.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      press(one);
    });
  }
}

start(() => {
  const [quiz, score, again] = ["[data-quiz]", "[data-quiz-score]", "[data-again]"].map(find);
  if (!quiz || !score || !again) return;
  /** @type {HTMLElement[]} */
  const parts = [].slice.call(quiz.querySelectorAll(".question"));
  const all = parts.map(question);
  const word = quiz.dataset.ask || "";
  for (const one of all) {
    // Whose answer a reader has opened stays as it was read.
    if (one.behind.open) one.state = "seen";
    else ask(one, word);
  }
  listen(quiz, score, all);
  again.addEventListener("click", () => {
    for (const one of all) {
      for (const choice of one.choices) choice.checked = false;
      one.behind.open = false;
      ask(one, word);
    }
    score.hidden = true;
    all[0].choices[0].focus();
  });
});
