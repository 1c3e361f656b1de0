/** The parts of the page by name, and what can be shown over them. */
export function part(name) {
  return document.querySelector(`[data-part=${name}]`);
}

/** Makes an element with attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') {
      element.addEventListener('click', value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

export function banner(text) {
  part('banner').textContent = text;
  part('banner').hidden = !text;
}

let fading = null;

export function message(text) {
  clearTimeout(fading);
  part('message').textContent = text;
  part('message').hidden = false;
  fading = setTimeout(() => { part('message').hidden = true; }, 6000);
}

/** Asks; gives true for the first choice. */
export function ask(text, yes, no) {
  const dialog = part('dialog');
  return new Promise(resolve => {
    const answer = value => () => {
      dialog.close();
      resolve(value);
    };
    const choices = [make('button', { 'data-testid': 'dialog-ok', onclick: answer(true) }, yes)];
    if (no) {
      choices.unshift(make('button', { 'data-testid': 'dialog-cancel', onclick: answer(false) }, no));
    }
    dialog.replaceChildren(make('p', {}, text), make('div', { class: 'choices' }, ...choices));
    dialog.showModal();
  });
}
