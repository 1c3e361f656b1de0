// A deal's page: the app's panel and the list of files.
import './page.js';
import { emit, open, openAppModal } from './frames.js';
import { confirmation, question, snackbar } from './overlays.js';
import { call, config } from './server.js';

const EVERY = 2000;
const find = (testId) => document.querySelector(`[data-testid=${testId}]`);
const context = { resource: 'deal', view: 'details', selectedIds: String(config.deal) };

function showPanel() {
  const body = find('panel-body');
  open(body, { kind: 'panel', context });
  find('panel-reload').addEventListener('click', () => open(body, { kind: 'panel', context }));
  find('panel-collapse').addEventListener('click', ({ currentTarget }) => {
    body.hidden = !body.hidden;
    currentTarget.setAttribute('aria-expanded', String(!body.hidden));
    currentTarget.setAttribute('aria-label', body.hidden ? 'Expand' : 'Collapse');
    emit(body, 'visibility', { is_visible: !body.hidden, context: { invoker: 'user' } });
  });
  document.querySelectorAll('[data-modal]').forEach((entry) => {
    entry.addEventListener('click', () => {
      openAppModal({ action_id: entry.dataset.modal }, context).catch((error) => snackbar(error.message));
    });
  });
}

function size(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function cell(...content) {
  const made = document.createElement('td');
  made.append(...content);
  return made;
}

const PENCIL = 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4 3 13zM9.3 4.5l2.2 2.2';
const BIN = 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.8M9.2 7v3.8';

function icon(path) {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(name, 'path'));
  svg.firstChild.setAttribute('d', path);
  return svg;
}

function action(path, label, testId, onClick) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'icon-button';
  made.append(icon(path));
  made.title = label;
  made.setAttribute('aria-label', label);
  made.dataset.testid = testId;
  made.addEventListener('click', onClick);
  return made;
}

async function rename(file) {
  const name = await question('Rename file', file.name);
  if (name) {
    await call('POST', `/__host/files/${file.id}/name`, { name });
    await refresh();
  }
}

async function remove(file) {
  const description = file.name;
  if (await confirmation({ title: 'Delete this file?', description, okText: 'Delete' })) {
    await call('DELETE', `/__host/files/${file.id}`);
    await refresh();
  }
}

function row(file) {
  const made = document.createElement('tr');
  made.dataset.fileId = file.id;
  const name = document.createElement(file.google ? 'span' : 'a');
  name.textContent = file.name;
  if (!file.google) {
    name.href = `/files/${file.id}/download`;
  }
  const actions = cell(
    action(PENCIL, 'Rename', 'native-rename', () => rename(file)),
    action(BIN, 'Delete', 'native-delete', () => remove(file)),
  );
  actions.className = 'end';
  const nameCell = cell(name);
  nameCell.className = 'break';
  const added = new Date(file.added).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  made.append(nameCell, cell(file.google ? 'Google' : size(file.size)), cell(added), cell(file.by), actions);
  return made;
}

let shown;

async function refresh() {
  const files = await call('GET', `/__host/deals/${config.deal}/files`);
  const seen = JSON.stringify(files);
  if (seen !== shown) {
    shown = seen;
    find('native-files-rows').replaceChildren(...files.map(row));
    find('native-files-count').textContent = files.length;
    find('native-files-empty').hidden = files.length > 0;
  }
}

async function refreshForEver() {
  try {
    if (document.visibilityState === 'visible') {
      await refresh();
    }
  } catch (error) {
    console.debug('The list of files could not be read', error);
  }
  setTimeout(refreshForEver, EVERY);
}

find('native-upload').addEventListener('change', async ({ target }) => {
  const form = new FormData();
  form.append('file', target.files[0]);
  target.value = '';
  try {
    await call('POST', `/__host/deals/${config.deal}/files`, form);
    await refresh();
  } catch (error) {
    snackbar(`The file was not added: ${error.message}`);
  }
});

if (config.installed) {
  showPanel();
}
refreshForEver();
