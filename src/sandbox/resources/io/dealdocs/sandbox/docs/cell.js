/** Workbooks: a grid of one sheet at a time, more rows as one scrolls. */
import * as server from '/web-apps/sandbox/server.js';
import * as typing from '/web-apps/sandbox/typing.js';
import { make, part } from '/web-apps/sandbox/parts.js';

const WINDOW = 100;
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 2;
const FEWEST_COLUMNS = 10;
const MOST_COLUMNS = 60;
const NUMBER = /^-?[\d.,]+%?$/;

function letters(column) {
  let out = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(65 + (rest - 1) % 26) + out;
  }
  return out;
}

export async function show() {
  let sheet = 0;
  let body = null;
  let columns = 0;
  let rows = 0;
  const more = typing.more(load);

  async function open(index) {
    sheet = index;
    rows = 0;
    const page = await server.content(sheet, 0, 0);
    columns = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, page.columns + SPARE_COLUMNS));
    const heads = Array.from({ length: columns }, (_, i) => make('th', { scope: 'col' }, letters(i + 1)));
    body = make('tbody');
    const head = make('thead', {}, make('tr', {}, make('th'), ...heads));
    part('page').classList.add('cells');
    part('page').replaceChildren(make('table', { class: 'grid', 'data-testid': 'grid' }, head, body), more.button);
    tabs(page.groups);
    await more.next();
  }

  function tabs(names) {
    part('tabs').hidden = false;
    part('tabs').replaceChildren(...names.map((name, index) => make('button', {
      'data-testid': `sheet-${index}`,
      'aria-pressed': String(index === sheet),
      onclick: () => open(index)
    }, name)));
  }

  async function load() {
    const page = await server.content(sheet, rows, WINDOW);
    const filled = new Map(page.items.map(row => [row.row, row.cells]));
    const last = Math.max(rows + page.items.length, Math.min(rows + WINDOW, page.total + SPARE_ROWS));
    for (let row = rows + 1; row <= last; row++) {
      body.append(line(row, filled.get(row) || []));
    }
    rows = last;
    more.button.hidden = rows >= page.total;
  }

  function line(row, cells) {
    const byRef = new Map(cells.map(cell => [cell.ref, cell]));
    const tr = make('tr', {}, make('th', { scope: 'row' }, String(row)));
    for (let column = 1; column <= columns; column++) {
      tr.append(cell(letters(column) + row, byRef.get(letters(column) + row)));
    }
    return tr;
  }

  function cell(ref, filled) {
    const text = filled ? filled.text : '';
    const element = typing.place('td', `${sheet}!${ref}`, `cell-${ref}`, text, {
      locked: filled && filled.locked,
      class: [filled && filled.locked && 'formula', NUMBER.test(text) && 'number'].filter(Boolean).join(' '),
      title: filled && filled.locked ? 'A formula computes this' : undefined
    });
    element.addEventListener('keydown', event => enter(event, element));
    return element;
  }

  function enter(event, element) {
    if (event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
      event.preventDefault();
      const below = element.parentElement.nextElementSibling?.cells[element.cellIndex];
      below?.focus();
    }
  }

  await open(0);
  return { receive: typing.receive, placed: () => {} };
}
