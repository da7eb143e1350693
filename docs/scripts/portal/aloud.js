// Reading aloud: only with a voice that lives on the device, so that no text leaves it. What is said is what is read:
// the heading, the parts a template marks, and the text with its boxes and the rows of its tables.
const SAID =
  "h1, .lead, h2[data-say], section[data-say] :is(h2, p, li), .prose > :is(h2, h3, p, ul, ol, dl, .admonition), .prose tr";
const spoken = (part) => part.innerText.replace(/\s*\[[\d, ]+\]/g, "").replace(/\t+/g, ", ").trim();
const aloud = document.querySelector("[data-read-aloud]");
function offerVoice() {
  const lang = document.querySelector("article").lang || root.lang;
  const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
  aloud.hidden = !voice;
  if (!voice) return;
  const say = aloud.dataset.say ?? (aloud.dataset.say = aloud.textContent);
  const done = () => (aloud.textContent = say);
  aloud.onclick = () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const texts = [...document.querySelectorAll(SAID)].map(spoken).filter(Boolean);
    texts.forEach((text, place) => {
      const words = new SpeechSynthesisUtterance(text);
      Object.assign(words, { voice, lang: voice.lang, onerror: done });
      if (place === texts.length - 1) words.onend = done;
      speechSynthesis.speak(words);
    });
    aloud.textContent = aloud.dataset.stop;
  };
}
if (aloud && "speechSynthesis" in window) {
  offerVoice();
  speechSynthesis.addEventListener?.("voiceschanged", offerVoice);
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

