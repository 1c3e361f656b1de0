/** Presentations: one slide after the other with the lines of its shapes. */
import * as server from '/web-apps/sandbox/server.js';
import * as typing from '/web-apps/sandbox/typing.js';
import { make, part } from '/web-apps/sandbox/parts.js';
import { placed } from '/web-apps/sandbox/word.js';

const WINDOW = 20;

export async function show() {
  const deck = make('div');
  const more = typing.more(load);
  part('page').replaceChildren(deck, more.button);

  async function load() {
    const from = deck.children.length;
    const page = await server.content(0, from, WINDOW);
    const last = Math.min(page.total, from + WINDOW);
    for (let index = from; index < last; index++) {
      deck.append(slide(index, page.groups[index], page.items.filter(line => line.group === index)));
    }
    more.button.hidden = deck.children.length >= page.total;
  }

  function slide(index, name, lines) {
    const number = index + 1;
    const section = make('section', { class: 'slide', 'data-testid': `slide-${number}`, 'aria-label': name });
    const list = make('div', { 'data-lines': number }, ...lines.map(paragraph));
    section.append(make('h2', {}, name), list);
    if (typing.writable()) {
      section.append(make('button', { class: 'add', 'data-testid': `add-text-${number}`, onclick: () => add(number) }, 'Add text'));
    }
    return section;
  }

  function paragraph(line) {
    const element = typing.place('div', line.id, `paragraph-${line.id}`, line.text, {
      class: `block role-${line.role}`,
      hint: line.role === 'title' ? 'Title' : 'Text'
    });
    element.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        begin(element.dataset.block, element.after.bind(element));
      }
    });
    return element;
  }

  function add(number) {
    const list = deck.querySelector(`[data-lines="${number}"]`);
    begin(`s${number}`, list.append.bind(list));
  }

  function begin(after, put) {
    const id = typing.newId();
    const element = paragraph({ id, role: 'body', text: '' });
    put(element);
    typing.send({ kind: 'ADD', block: id, after, text: '' });
    element.focus();
  }

  function receive(change) {
    if (change.kind !== 'ADD' || typing.find(change.block)) {
      typing.receive(change);
      return;
    }
    const element = paragraph({ id: change.block, role: 'body', text: change.text });
    const before = typing.find(change.after);
    const list = deck.querySelector(`[data-lines="${change.after.slice(1)}"]`);
    before ? before.after(element) : list?.append(element);
  }

  await more.next();
  return { receive, placed };
}
