/** Text documents: one paragraph after the other. */
import * as server from '/web-apps/sandbox/server.js';
import * as typing from '/web-apps/sandbox/typing.js';
import { make, part } from '/web-apps/sandbox/parts.js';

const WINDOW = 200;

export async function show() {
  const paper = make('div', { class: 'sheet-of-paper' });
  const more = typing.more(load);
  part('page').replaceChildren(paper, more.button);
  let total = Infinity;

  async function load(count = WINDOW) {
    const page = await server.content(0, paper.querySelectorAll('.block').length, count);
    total = page.total;
    page.items.filter(line => !typing.find(line.id)).forEach(line => paper.append(paragraph(line)));
    more.button.hidden = paper.querySelectorAll('.block').length >= total || page.items.length === 0;
  }

  function paragraph(line) {
    const element = typing.place('div', line.id, `paragraph-${line.id}`, line.text, {
      class: `block role-${line.role}${line.by ? ' suggested' : ''}`,
      title: line.by ? `Suggested by ${line.by}` : ''
    });
    element.addEventListener('keydown', event => enter(event, element));
    return element;
  }

  /** Enter ends a paragraph and takes what stands behind the cursor into the next one. */
  function enter(event, element) {
    if (event.key !== 'Enter' || event.isComposing) {
      return;
    }
    event.preventDefault();
    const at = typing.offset(element);
    const rest = element.textContent.slice(at);
    if (rest) {
      element.textContent = element.textContent.slice(0, at);
      typing.send({ kind: 'TEXT', block: element.dataset.block, text: element.textContent });
    }
    begin(element, rest);
  }

  function begin(before, text) {
    const id = typing.newId();
    const element = paragraph({ id, role: 'body', text, by: '' });
    before ? before.after(element) : paper.append(element);
    typing.send({ kind: 'ADD', block: id, after: before ? before.dataset.block : '', text });
    typing.restore(element.isConnected ? element : paper.lastElementChild, 0);
    element.focus();
  }

  async function addLast() {
    while (!more.button.hidden) {
      await more.next(100000);
    }
    begin(null, '');
  }

  function receive(change) {
    if (change.kind === 'ADD' && !typing.find(change.block)) {
      const before = change.after ? typing.find(change.after) : null;
      const element = paragraph({ id: change.block, role: 'body', text: change.text, by: change.tracked ? change.author.name : '' });
      if (before) {
        before.after(element);
      } else if (!change.after && more.button.hidden) {
        paper.append(element);
      }
    } else {
      typing.receive(change);
    }
  }

  await more.next();
  if (typing.writable()) {
    part('page').append(make('button', { class: 'add', 'data-testid': 'add-paragraph', onclick: addLast }, 'Add a paragraph'));
  }
  return { receive, placed: placed };
}

/** Everybody puts a new paragraph where the server did. */
export function placed({ block, after }) {
  const element = typing.find(block);
  const before = after && typing.find(after);
  if (element && before) {
    typing.moveBehind(element, before);
  }
}
