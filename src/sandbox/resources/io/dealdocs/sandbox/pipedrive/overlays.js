// What the host lays over the page: a short message, a question, the app's modal.
function element(tag, className, testId) {
  const made = document.createElement(tag);
  made.className = className;
  if (testId) {
    made.dataset.testid = testId;
  }
  return made;
}

function button(text, className, testId, onClick) {
  const made = element('button', className, testId);
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

export function snackbar(message, link) {
  document.querySelector('.snackbar')?.remove();
  const bar = element('div', 'snackbar', 'snackbar');
  bar.setAttribute('role', 'status');
  bar.append(message);
  if (link) {
    const anchor = element('a', '', 'snackbar-link');
    anchor.href = link.url;
    anchor.target = '_blank';
    anchor.textContent = link.label;
    bar.append(anchor);
  }
  const close = button('✕', 'snackbar-close', 'snackbar-close', () => bar.remove());
  close.setAttribute('aria-label', 'Close');
  bar.append(close);
  document.body.append(bar);
  // In the top layer, else an open modal would dim it.
  bar.popover = 'manual';
  bar.showPopover();
  setTimeout(() => bar.remove(), 5000);
}

export function confirmation({ title, description, okText = 'OK', cancelText = 'Cancel', okColor = 'negative' }) {
  return new Promise((resolve) => {
    const dialog = element('dialog', 'dialog', 'confirmation');
    const heading = element('h2', '', 'confirmation-title');
    heading.textContent = title;
    const text = element('p', '', 'confirmation-description');
    text.textContent = description ?? '';
    const actions = element('div', 'actions');
    const end = (confirmed) => {
      resolve(confirmed);
      dialog.remove();
    };
    actions.append(
      button(cancelText, 'button', 'confirmation-cancel', () => end(false)),
      button(okText, `button ${okColor}`, 'confirmation-ok', () => end(true)),
    );
    dialog.append(heading, text, actions);
    dialog.addEventListener('cancel', () => end(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function question(title, value) {
  return new Promise((resolve) => {
    const dialog = element('dialog', 'dialog', 'question');
    const form = document.createElement('form');
    form.method = 'dialog';
    const heading = document.createElement('h2');
    heading.textContent = title;
    const input = element('input', 'text', 'question-input');
    input.value = value;
    const end = (answer) => {
      resolve(answer);
      dialog.remove();
    };
    const actions = element('div', 'actions');
    const save = element('button', 'button primary', 'question-save');
    save.textContent = 'Save';
    actions.append(button('Cancel', 'button', 'question-cancel', () => end(null)), save);
    form.append(heading, input, actions);
    form.addEventListener('submit', () => end(input.value));
    dialog.addEventListener('cancel', () => end(null));
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });
}

// A dialog with room for a frame; onClose is told once, however it ends.
export function modalWindow(title, onClose) {
  const dialog = element('dialog', 'dialog app-modal', 'app-modal');
  const head = element('header', 'app-panel-head');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const spacer = element('span', 'spacer');
  const close = button('✕', 'icon-button', 'app-modal-close', () => end());
  close.setAttribute('aria-label', 'Close');
  head.append(heading, spacer, close);
  const body = element('div', 'app-modal-body', 'app-modal-body');
  dialog.append(head, body);
  let open = true;
  const end = () => {
    if (open) {
      open = false;
      dialog.remove();
      onClose();
    }
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    end();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { body, end };
}
