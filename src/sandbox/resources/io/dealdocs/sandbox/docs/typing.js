/** Places one can type in, and how others' text gets into them without disturbing the one who types. */
import * as unsent from '/web-apps/sandbox/unsent.js';
import { make } from '/web-apps/sandbox/parts.js';

let state = { writable: false, tracked: () => false };

export function begin(options) {
  state = options;
}

export const writable = () => state.writable;

/** A place for one block's text. */
export function place(tag, block, testId, text, options = {}) {
  const shown = unsent.textOf(block) ?? text;
  const editable = state.writable && !options.locked;
  const element = make(tag, {
    class: options.class,
    'data-block': block,
    'data-testid': testId,
    'data-hint': options.hint,
    title: options.title,
    spellcheck: 'false',
    contenteditable: editable ? 'plaintext-only' : undefined
  }, shown);
  if (editable) {
    element.addEventListener('input', () => typed(element));
  }
  return element;
}

function typed(element) {
  const tracked = state.tracked();
  element.classList.toggle('suggested', tracked);
  send({ kind: 'TEXT', block: element.dataset.block, after: '', text: element.textContent, tracked });
}

/** Hands a change on to be sent. */
export function send(change) {
  unsent.add({ tracked: state.tracked(), after: '', ...change });
}

export const newId = () => 'n' + crypto.randomUUID();

export function find(block) {
  return document.querySelector(`[data-block="${CSS.escape(block)}"]`);
}

/** Shows another's text; what I typed here and have not sent yet stays, because it will be the later one. */
export function receive(change) {
  const element = find(change.block);
  if (!element || unsent.textOf(change.block) !== undefined || element.textContent === change.text) {
    return;
  }
  const caret = offset(element);
  element.textContent = change.text;
  element.classList.toggle('suggested', change.tracked);
  element.title = change.tracked ? `Suggested by ${change.author.name}` : '';
  restore(element, caret);
}

/** Moves a block behind another, without taking the cursor out of it. */
export function moveBehind(element, before) {
  if (element.previousElementSibling !== before) {
    const caret = offset(element);
    before.after(element);
    restore(element, caret);
  }
}

/** Where the cursor is in an element; -1 if it is elsewhere. */
export function offset(element) {
  if (document.activeElement !== element) {
    return -1;
  }
  const selection = getSelection();
  if (selection.rangeCount === 0) {
    return 0;
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString().length;
}

export function restore(element, caret) {
  if (caret < 0) {
    return;
  }
  element.focus();
  const text = element.firstChild;
  const at = Math.min(caret, element.textContent.length);
  getSelection().collapse(text || element, text ? at : 0);
}

/** Nothing can be typed any more; the text stays. */
export function lock() {
  state.writable = false;
  document.querySelectorAll('[contenteditable]').forEach(element => element.removeAttribute('contenteditable'));
  document.querySelectorAll('.add').forEach(element => element.remove());
}

/** Loads what follows, one part after the other: on asking, when the end comes into view, or by a button. */
export function more(load) {
  const button = make('button', { class: 'more', 'data-testid': 'more', onclick: () => next() }, 'Show more');
  let chain = Promise.resolve();
  const observer = new IntersectionObserver(entries => {
    if (!button.hidden && entries.some(entry => entry.isIntersecting)) {
      next();
    }
  }, { rootMargin: '400px' });
  function next(count) {
    observer.unobserve(button);
    chain = chain.then(() => load(count)).finally(() => observer.observe(button));
    return chain;
  }
  return { button, next };
}
