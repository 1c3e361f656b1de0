/** Files that are only shown. */
import * as server from '/web-apps/sandbox/server.js';
import * as typing from '/web-apps/sandbox/typing.js';
import { make, part } from '/web-apps/sandbox/parts.js';

const WINDOW = 500;

export async function show(view) {
  if (view.kind === 'other') {
    const size = `${view.fileType.toUpperCase()}, ${view.size.toLocaleString(view.lang)} bytes`;
    part('page').replaceChildren(make('div', { class: 'file', 'data-testid': 'file' },
      make('strong', {}, view.title), size, make('p', {}, 'The Docs sandbox does not draw this format.')));
    return { receive: () => {}, placed: () => {} };
  }
  const text = make('div', { class: 'plain', 'data-testid': 'plain' });
  const more = typing.more(load);
  part('page').replaceChildren(text, more.button);

  async function load() {
    const page = await server.content(0, text.children.length, WINDOW);
    page.items.forEach(line => text.append(make('div', { 'data-testid': `paragraph-${line.id}` }, line.text || ' ')));
    more.button.hidden = text.children.length >= page.total;
  }

  await more.next();
  return { receive: () => {}, placed: () => {} };
}
