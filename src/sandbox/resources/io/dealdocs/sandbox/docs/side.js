/** The panel at the side: chat or comments. */
import { make, part } from '/web-apps/sandbox/parts.js';

const lists = { chat: [], comments: [] };
let open = null;
let send = () => {};

/** Starts with what has been said already; `send(which, text)` says more. */
export function begin(view, sender) {
  lists.chat = [...view.chat];
  lists.comments = [...view.comments];
  send = sender;
  draw();
}

export function add(which, entry) {
  lists[which].push(entry);
  draw();
}

export function toggle(which) {
  open = open === which ? null : which;
  draw();
  return open === which;
}

export const isOpen = which => open === which;

function draw() {
  const side = part('side');
  side.hidden = !open;
  if (!open) {
    return;
  }
  const one = open === 'chat' ? 'chat' : 'comment';
  const input = make('input', { 'data-testid': `${one}-input`, 'aria-label': open === 'chat' ? 'Message' : 'Comment', autocomplete: 'off' });
  const form = make('form', {}, input, make('button', { 'data-testid': `${one}-send` }, 'Send'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (input.value.trim()) {
      send(open, input.value.trim());
      input.value = '';
    }
  });
  side.replaceChildren(
    make('h2', {}, open === 'chat' ? 'Chat' : 'Comments'),
    make('ul', {}, ...lists[open].map(entry => item(entry, one))),
    ...(side.dataset.readonly === open ? [] : [form]));
  side.querySelector('ul').scrollTop = 1e9;
}

function item(entry, one) {
  const who = entry.userName || entry.author?.name || '';
  return make('li', { 'data-testid': one === 'chat' ? 'chat-message' : 'comment' }, make('small', {}, who), entry.text);
}
