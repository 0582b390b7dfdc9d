/* What a page in a browser keeps of what people fill in: in the browser, in a file, on paper.

   No request ever leaves the page, and no text is ever read as markup: texts become values and
   text nodes alone. */

/** Text as files may hold it: line ends of one kind, without what nobody sees. */
function cleaned(text) {
  return text
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\p{Surrogate}/gu, "")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, "")
    .replace(/[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g, "")
    .trim();
}

/** A sentence with what it mentions put in the place of `{name}`. */
function sentence(text, facts) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in facts ? String(facts[name]) : hole));
}

/** Drafts in the browser under one key; `works` tells whether the browser keeps them at all. */
function draftsUnder(key) {
  let works = false;
  try {
    localStorage.setItem(key + " ", "1");
    works = localStorage.getItem(key + " ") === "1";
    localStorage.removeItem(key + " ");
  } catch {
    works = false; // a browser that is told to keep nothing throws here
  }
  return {
    works: () => works,
    read() {
      if (!works) return null;
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(draft) {
      if (!works) return false;
      try {
        localStorage.setItem(key, JSON.stringify(draft));
      } catch {
        works = false; // no room is left
      }
      return works;
    },
    forget() {
      if (works) localStorage.removeItem(key);
    },
  };
}

/** Hand a text over as a file: the browser puts it where it puts downloads. */
function handOver(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** A field's text as it is printed: a box that scrolls would be cut off on paper. */
function printable(field) {
  let copy = field.nextElementSibling;
  if (!copy || !copy.classList.contains("on-paper")) {
    copy = document.createElement("span");
    copy.className = "on-paper";
    copy.setAttribute("aria-hidden", "true");
    field.after(copy);
  }
  copy.textContent = field.tagName === "SELECT" ? field.selectedOptions[0].text : field.value;
}
