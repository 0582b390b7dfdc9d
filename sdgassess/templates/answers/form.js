/* A form that is filled in on the screen: a draft in the browser, a filled copy as a file, paper.

   The filled copy is this page itself, with what was written as what its fields begin with. */

const { key, words } = JSON.parse(document.getElementById("page").textContent);
const fields = [...document.querySelectorAll("[data-fill]")];
const status = document.getElementById("status");
const root = document.documentElement;
/* A copy that somebody else filled in must not show the draft of whoever opens it. */
const drafts = draftsUnder(`${key} ${root.dataset.copy ?? ""}`);
let changed = false;

const isBox = (field) => field.type === "checkbox";
const standing = () => fields.map((field) => (isBox(field) ? field.checked : field.value));

/** Put what stood in the fields there again; what does not fit is left out. */
function show(values) {
  fields.forEach((field, place) => {
    const value = values[place];
    if (isBox(field) && typeof value === "boolean") field.checked = value;
    if (!isBox(field) && typeof value === "string") field.value = value;
  });
  refresh();
}

/** Copies of what is written, for paper. */
function refresh() {
  for (const field of fields) if (!isBox(field)) printable(field);
}

/** Keep what stands on the page, and say whether the browser does. */
function keep() {
  changed = true;
  refresh();
  status.textContent = drafts.write(standing()) ? words.kept : words.not_kept;
}

/** The page as a file that begins with what is filled in. */
function filledCopy() {
  for (const field of fields) {
    if (isBox(field)) field.toggleAttribute("checked", field.checked);
    else if (field.tagName === "TEXTAREA") field.textContent = field.value;
    else field.setAttribute("value", field.value);
  }
  const before = root.dataset.copy;
  root.dataset.copy = Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
  const copy = `<!DOCTYPE html>\n${root.outerHTML}\n`;
  if (before === undefined) delete root.dataset.copy;
  else root.dataset.copy = before;
  return copy;
}

/** What the filled copy is called: as this page, which it must not be taken for. */
function nameOfCopy() {
  const name = decodeURIComponent(location.pathname.split("/").pop()) || "form.html";
  const stem = name.replace(/\.html?$/i, "").replace(/-filled$/, "");
  return `${stem}-filled.html`;
}

/** One cross where one is meant: the last one stays. */
function oneCross(box) {
  const list = box.closest("[data-one]");
  if (!list || !box.checked) return;
  for (const other of list.querySelectorAll("[data-fill]")) {
    if (other !== box && isBox(other)) other.checked = false;
  }
}

const acts = {
  save() {
    status.textContent = "";
    const name = nameOfCopy();
    handOver(name, filledCopy(), "text/html");
    changed = false;
    status.textContent = sentence(words.saved, { file: name });
  },
  print: () => window.print(),
  forget() {
    if (!confirm(words.forget)) return;
    drafts.forget();
    show(fields.map((field) => (isBox(field) ? false : "")));
    status.textContent = words.forgotten;
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) acts[button.dataset.act]();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-fill]")) return;
  if (isBox(event.target)) oneCross(event.target);
  keep();
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-fill]") && !isBox(event.target)) keep();
});

addEventListener("beforeunload", (event) => {
  if (changed && !drafts.works()) event.preventDefault();
});

root.classList.add("scripted");
const before = drafts.read();
if (Array.isArray(before)) {
  show(before);
  status.textContent = words.taken_up;
} else {
  refresh();
}
