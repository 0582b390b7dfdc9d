/* The page that one person answers in: draft, file to send, file to go on with. */

const MOST_BYTES = 1000000; // of an answer file, as its reader has it
const PERIOD = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAY_FIRST = /^(\d{1,2})(?:[./-](\d{1,2})[./ -](\d{4})|\/(\d{1,2})[/ -](\d{2}))$/;
const MONTH_NAMED = /^(?:(\d{1,2})\.? +)?([a-z]{3,9})\.? +(\d{4})$/;
const MONTHS = [ // in every language's words: people write what they speak
  ["january", "januari"], ["february", "februari"], ["march", "marts", "mars"], ["april"],
  ["may", "maj"], ["june", "juni"], ["july", "juli"], ["august", "augusti"], ["september"],
  ["october", "oktober"], ["november"], ["december"],
];

const { head, key, file, words } = JSON.parse(document.getElementById("page").textContent);
const form = document.getElementById("answers");
const questions = [...form.querySelectorAll("[data-question]")];
const drafts = draftsUnder(key);
let identity = { id: freshId(), revision: 0, sent: false };

/** An id that nobody else draws. */
function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return "r-" + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* ---- one question: its fields, and what stands in them ---- */

const choicesOf = (question) => [...question.querySelectorAll("input[data-choice]")];
const fieldOf = (place, name) => place.querySelector(`[data-field="${name}"]`);
const rowsOf = (question) => [...question.querySelectorAll(".evidence")];
const chosenOf = (question) => choicesOf(question).filter((box) => box.checked);
const isAnswered = (question) => chosenOf(question).length > 0;

/** What stands in a question's fields, letter by letter. */
function standing(question) {
  return {
    chosen: chosenOf(question).map((box) => box.value),
    reason: fieldOf(question, "reason").value,
    comment: fieldOf(question, "comment").value,
    evidence: rowsOf(question).map((row) => ({
      kind: fieldOf(row, "kind").value,
      title: fieldOf(row, "title").value,
      ref: fieldOf(row, "ref").value,
      date: fieldOf(row, "date").value,
    })),
  };
}

/** Put what stood in a question's fields there again. */
function fill(question, answer) {
  const chosen = listOf(answer.chosen);
  for (const box of choicesOf(question)) box.checked = chosen.includes(box.value);
  for (const name of ["reason", "comment"]) fieldOf(question, name).value = textOf(answer[name]);
  for (const row of rowsOf(question)) row.remove();
  for (const item of listOf(answer.evidence)) {
    const row = addEvidence(question);
    for (const name of ["kind", "title", "ref", "date"]) {
      fieldOf(row, name).value = textOf(item?.[name]);
    }
    if (!fieldOf(row, "kind").value) fieldOf(row, "kind").value = "document";
  }
}

/* A draft may be anybody's: what is no list or no text in it counts for nothing. */
const listOf = (value) => (Array.isArray(value) ? value : []);
const textOf = (value) => (typeof value === "string" ? value : "");

const EMPTY = { chosen: [], reason: "", comment: "", evidence: [] };

/** Add an empty row for something that shows it; gives the row. */
function addEvidence(question) {
  const row = document.getElementById("evidence-row").content.firstElementChild.cloneNode(true);
  question.querySelector(".evidence-list").append(row);
  return row;
}

/** An answer as the answer file has it; nothing where nothing is said. */
function answered(question) {
  const fields = standing(question);
  const answer = {};
  for (const value of fields.chosen) {
    const part = JSON.parse(value);
    if (part.options) answer.options = [...(answer.options ?? []), ...part.options];
    else Object.assign(answer, part);
  }
  const comment = cleaned(fields.comment);
  const reason = cleaned(fields.reason);
  const evidence = fields.evidence.map(evidenceOf).filter(Boolean);
  if (comment) answer.comment = comment;
  if (reason && answer.state === "not-applicable") answer.reason = reason;
  if (evidence.length) answer.evidence = evidence;
  if (!Object.keys(answer).length) return null;
  if (!fields.chosen.length) answer.state = "later"; // words without an answer: it is put off
  return answer;
}

/** One thing that shows it, without its empty parts; nothing where all are empty. */
function evidenceOf(item) {
  const parts = { title: cleaned(item.title), ref: cleaned(item.ref), date: periodOf(item.date) };
  const entries = Object.entries(parts).filter(([, text]) => text);
  return entries.length ? { kind: item.kind, ...Object.fromEntries(entries) } : null;
}

/** A year, a month or a day as files write it: `3/4-2026` is `2026-04-03`; else nothing. */
function periodOf(text) {
  const typed = text.trim().toLowerCase().replace(/^(?:den|d\.?) +/, "").replace(/[.,;]$/, "");
  const parts = partsOf(typed).filter(Boolean);
  const [year, month = 1, day = 1] = parts.map(Number);
  if (!year) return "";
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1; // a day that is none lies in another month
  return exists ? parts.map((part, place) => String(part).padStart(place ? 2 : 4, "0")).join("-") : "";
}

/** Year, month and day of what was typed, as far as they were; nothing where it is no date. */
function partsOf(typed) {
  const inOrder = PERIOD.exec(typed);
  if (inOrder) return inOrder.slice(1);
  const figures = DAY_FIRST.exec(typed);
  if (figures) {
    const [, day, month, year, beforeYear, short] = figures;
    return year ? [year, month, day] : [(short < "70" ? "20" : "19") + short, beforeYear, day];
  }
  const [, day, name, year] = MONTH_NAMED.exec(typed) ?? [];
  const month = name ? MONTHS.findIndex((names) => names.some((full) => full.startsWith(name))) : -1;
  return month < 0 ? [] : [year, month + 1, day];
}

/* ---- the whole page ---- */

const consentOf = (name) => form.querySelector(`[data-consent="${name}"]`);

/** Everything that stands on the page. */
function draftOf() {
  const answers = questions
    .map((question) => [question.dataset.question, standing(question)])
    .filter(([, answer]) => JSON.stringify(answer) !== JSON.stringify(EMPTY));
  const consent = Object.fromEntries(
    ["by-role", "comments"].map((name) => [name, consentOf(name).checked]),
  );
  return { ...identity, consent, answers: Object.fromEntries(answers) };
}

/** Show a draft, whatever stood on the page. */
function showDraft(draft) {
  const { id, revision, sent } = draft;
  if (/^r-[0-9a-f]{32}$/.test(id) && Number.isInteger(revision) && revision >= 0) {
    identity = { id, revision, sent: sent === true };
  }
  for (const name of ["by-role", "comments"]) {
    consentOf(name).checked = draft.consent?.[name] === true;
  }
  for (const question of questions) {
    const answer = draft.answers?.[question.dataset.question];
    fill(question, { ...EMPTY, ...answer });
  }
  refresh();
}

/** The answer file, as text. */
function answerFile() {
  const draft = draftOf();
  const answers = questions
    .map((question) => [question.dataset.question, answered(question)])
    .filter(([, answer]) => answer);
  const saved = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const { id, revision } = identity;
  const { consent } = draft;
  const whole = { ...head, id, revision, saved, consent, answers: Object.fromEntries(answers) };
  return JSON.stringify(whole, null, 1) + "\n";
}

/** What of an answer file goes where on this page; throws a sentence where it is not for it. */
function draftFrom(text) {
  let content = null;
  try {
    content = JSON.parse(text);
  } catch {
    throw words.not_a_file;
  }
  if (content?.format !== head.format) throw words.not_a_file;
  for (const name of ["questionnaire", "place", "date", "group", "scope", "role", "slot"]) {
    if (canonical(content[name] ?? null) !== canonical(head[name] ?? null)) throw words.other_page;
  }
  const answers = {};
  for (const question of questions) {
    const answer = content.answers?.[question.dataset.question];
    if (answer) answers[question.dataset.question] = fieldsOf(question, answer);
  }
  const { id, revision, consent } = content;
  return { id, revision, consent, sent: false, answers };
}

/** A value as text in which keys have one order. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical));
  const keys = Object.keys(value).filter((name) => value[name] !== null).sort();
  return JSON.stringify(keys.map((name) => [name, canonical(value[name])]));
}

/** An answer of a file as the fields of its question. */
function fieldsOf(question, answer) {
  const { level, state, options } = answer;
  const chosen = choicesOf(question)
    .map((box) => box.value)
    .filter((value) => {
      const part = JSON.parse(value);
      if (part.options && options) {
        return part.options.length
          ? options.includes(part.options[0])
          : !options.length;
      }
      if ("level" in part) return level !== undefined && String(part.level) === String(level);
      return "state" in part && part.state === state;
    });
  return { ...EMPTY, ...answer, chosen };
}

/* ---- what a person sees of it ---- */

const status = document.getElementById("status");
const progress = document.getElementById("progress");
const problems = document.getElementById("problems");

/** Show what follows from the fields: open reasons, progress, copies for paper. */
function refresh() {
  for (const question of questions) {
    const states = chosenOf(question).map((box) => JSON.parse(box.value).state);
    question.querySelector(".reason").hidden = !states.includes("not-applicable");
    question.querySelector("[data-act=clear]").hidden = !states.length;
    question.classList.toggle("answered", states.length > 0);
  }
  for (const field of form.querySelectorAll("textarea, select, input[type=text]")) printable(field);
  const n = questions.filter(isAnswered).length;
  progress.textContent = sentence(words.progress, { n, all: questions.length });
  form.querySelector("[data-act=next]").hidden = n === questions.length;
}

/** Keep what stands on the page, and say where it is kept. */
function keep() {
  identity.sent = false;
  refresh();
  say(drafts.write(draftOf()) ? words.draft_kept : words.not_kept);
}

/** Say something where it is heard and seen. */
function say(text) {
  status.textContent = text;
}

/** What stands in the way of handing the answers over: each with the field to go to. */
function obstaclesTo({ final }) {
  const obstacles = [];
  for (const question of questions) {
    const id = question.dataset.question;
    const fields = standing(question);
    for (const row of rowsOf(question)) {
      const date = fieldOf(row, "date");
      const fits = !date.value.trim() || periodOf(date.value) !== "";
      date.setAttribute("aria-invalid", String(!fits));
      if (!fits) obstacles.push([date, sentence(words.bad_date, { id })]);
    }
    if (!final) continue;
    const answer = answered(question);
    if (answer?.state === "not-applicable" && !answer.reason) {
      obstacles.push([fieldOf(question, "reason"), sentence(words.no_reason, { id })]);
    }
    if (answer && !fields.chosen.length) {
      obstacles.push([choicesOf(question)[0], sentence(words.no_answer, { id })]);
    }
  }
  if (final && !obstacles.length && !questions.some(isAnswered)) {
    obstacles.push([choicesOf(questions[0])[0], words.nothing_answered]);
  }
  return obstacles;
}

/** Show what stands in the way, as a list to jump from; whether there was anything. */
function stopped(obstacles) {
  problems.hidden = !obstacles.length;
  const list = problems.querySelector("ul");
  list.replaceChildren(
    ...obstacles.map(([field, text]) => {
      const item = document.createElement("li");
      const jump = document.createElement("button");
      jump.type = "button";
      jump.textContent = text;
      jump.addEventListener("click", () => field.focus());
      item.append(jump);
      return item;
    }),
  );
  if (obstacles.length) problems.focus();
  return obstacles.length > 0;
}

/** Write a file: the answers to send, or a draft to go on with elsewhere. */
function save({ final }) {
  if (stopped(obstaclesTo({ final }))) return;
  identity.revision += 1;
  const text = answerFile();
  if (new TextEncoder().encode(text).length > MOST_BYTES) {
    identity.revision -= 1;
    say(words.too_large);
    return;
  }
  identity.sent = final;
  const name = final ? file : `draft-${file}`;
  handOver(name, text, "application/json");
  drafts.write(draftOf());
  const open = questions.filter((question) => !isAnswered(question)).length;
  const more = final && open ? " " + sentence(words.still_open, { n: open }) : "";
  say(sentence(final ? words.handed_over : words.draft_saved, { file: name }) + more);
}

/** Take up a draft from a file, unless it is another page's. */
function open(chosen) {
  if (!chosen) return;
  if (chosen.size > MOST_BYTES) {
    say(words.not_a_file);
    return;
  }
  const reader = new FileReader();
  reader.addEventListener("error", () => say(words.not_a_file));
  reader.addEventListener("load", () => {
    try {
      const draft = draftFrom(reader.result);
      if (questions.some(answered) && !confirm(words.replace)) return;
      showDraft(draft);
      drafts.write(draftOf());
      say(sentence(words.opened, { file: chosen.name }));
    } catch (trouble) {
      say(typeof trouble === "string" ? trouble : words.not_a_file);
    }
  });
  reader.readAsText(chosen);
}

/** Forget everything that was filled in. */
function forget() {
  if (!confirm(words.forget)) return;
  drafts.forget();
  identity = { id: freshId(), revision: 0, sent: false };
  showDraft({ answers: {} });
  say(words.forgotten);
}

/** Go to the next question that is open, from where the keyboard stands; then from the top. */
function next() {
  const from = questions.indexOf(document.activeElement?.closest?.("[data-question]") ?? lastAt);
  const round = [...questions.slice(from + 1), ...questions.slice(0, from + 1)];
  const open = round.find((question) => !isAnswered(question));
  if (!open) return;
  lastAt = open;
  choicesOf(open)[0].focus();
  open.scrollIntoView({ block: "start" });
}

let lastAt = null;

const acts = {
  next,
  "save-draft": () => save({ final: false }),
  "open-draft": () => document.getElementById("draft-file").click(),
  forget,
  clear(button) {
    const question = button.closest("[data-question]");
    for (const box of choicesOf(question)) box.checked = false;
    choicesOf(question)[0].focus();
    keep();
  },
  "add-evidence"(button) {
    const question = button.closest("[data-question]");
    fieldOf(addEvidence(question), "title").focus();
    keep();
  },
  "remove-evidence"(button) {
    const question = button.closest("[data-question]");
    button.closest(".evidence").remove();
    question.querySelector("[data-act=add-evidence]").focus();
    keep();
  },
};

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) acts[button.dataset.act](button);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save({ final: true });
});

/* Of several answers some stand alone: none of these, not known, does not apply. */
form.addEventListener("change", (event) => {
  const box = event.target;
  if (box.id === "draft-file") {
    open(box.files[0]);
    box.value = "";
    return;
  }
  if (box.dataset.field === "date") box.value = periodOf(box.value) || box.value; // as it is read
  if (box.type === "checkbox" && box.dataset.choice && box.checked) {
    const alone = box.dataset.choice === "alone";
    for (const other of choicesOf(box.closest("[data-question]"))) {
      if (other !== box && (alone || other.dataset.choice === "alone")) other.checked = false;
    }
  }
  keep();
});

form.addEventListener("input", (event) => {
  if (event.target.matches("textarea, input[type=text]")) {
    if (event.target.dataset.field === "date") event.target.removeAttribute("aria-invalid");
    keep();
  }
});

/* Enter in a line of text would hand the answers over half-way. */
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});

/* The same page in a second window: what was written last stands in both. */
addEventListener("storage", (event) => {
  if (event.key === key && event.newValue) showDraft(drafts.read() ?? {});
});

addEventListener("beforeunload", (event) => {
  if (!drafts.works() && !identity.sent && questions.some(answered)) event.preventDefault();
});

document.getElementById("needs-script").hidden = true;
document.getElementById("not-kept").hidden = drafts.works();
form.hidden = false;
const before = drafts.read();
if (before && typeof before === "object") {
  showDraft(before);
  if (questions.some(answered)) say(words.taken_up);
} else {
  refresh();
}
