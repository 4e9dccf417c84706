"use strict";
document.documentElement.classList.add("js");
const sentences = [...document.querySelectorAll("[data-sentence]")];
let at = -1, opener = null;
for (const sentence of sentences) sentence.tabIndex = -1;
const step = (by) => {
  at = Math.min(sentences.length - 1, Math.max(0, at + by));
  sentences[at].focus();
  sentences[at].scrollIntoView({ block: "center" });
};
const close = () => {
  const place = [window.scrollX, window.scrollY];
  window.location.hash = "#-";
  window.scrollTo(...place);
  if (opener) opener.focus({ preventScroll: true });
};
document.addEventListener("click", (event) => {
  const chip = event.target.closest("a.chip, figure a");
  if (chip) opener = chip;
});
window.addEventListener("hashchange", () => {
  const card = document.querySelector(".card:target");
  if (card) card.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "Escape" && document.querySelector(".card:target")) close();
});
