/** Who is here. */
import { make, part } from '/web-apps/sandbox/parts.js';
import { listens, tell } from '/web-apps/sandbox/gateway.js';

let people = [];
let asked = new Set();
const images = new Map();

export function begin() {
  people = [];
  asked = new Set();
}

/** Shows these people; asks the page once for each one's picture. */
export function show(now) {
  people = now;
  const fresh = [...new Set(now.map(person => person.id))].filter(id => !asked.has(id));
  ask(fresh);
  draw();
}

export function ask(ids) {
  ids.forEach(id => asked.add(id));
  if (ids.length && listens('onRequestUsers')) {
    tell('onRequestUsers', { c: 'info', id: ids });
  }
}

export function pictures(answer) {
  (answer.users || []).forEach(user => user.image && images.set(user.id, user.image));
  draw();
}

export const editors = () => people.filter(person => person.editor).length;

function draw() {
  part('people').replaceChildren(...people.map(person => {
    const image = images.get(person.id);
    const face = image ? make('img', { src: image, alt: '' }) : initials(person.name);
    const what = person.editor ? '' : ' (viewing)';
    return make('span', {
      class: person.editor ? 'person' : 'person viewer',
      'data-testid': 'user',
      'data-user': person.name,
      title: person.name + what,
      'aria-label': person.name + what
    }, face);
  }));
}

function initials(name) {
  const words = name.trim().split(/\s+/);
  return (words.length > 1 ? words[0][0] + words.at(-1)[0] : name.slice(0, 2)).toUpperCase();
}
