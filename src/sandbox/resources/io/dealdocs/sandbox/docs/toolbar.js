/** The row of tools: only what the config allows, and what the page has a handler for. */
import * as server from '/web-apps/sandbox/server.js';
import * as side from '/web-apps/sandbox/side.js';
import { listens, tell } from '/web-apps/sandbox/gateway.js';
import { make, part } from '/web-apps/sandbox/parts.js';

export function show(view, actions) {
  const tools = [];
  const writes = view.rights.edit || view.rights.review || view.rights.comment;
  if (writes) {
    tools.push(button('save', 'Save', actions.save));
  }
  if (view.rights.print) {
    tools.push(button('print', 'Print', () => window.print()));
  }
  if (view.rights.download) {
    tools.push(button('download', 'Download', () => make('a', { href: server.downloadAddress(), download: view.title }).click()));
  }
  if (view.kind === 'word' && view.rights.review) {
    tools.push(toggle('track-changes', 'Track changes', actions.tracks(), actions.toggleTracks, view.tracks));
  }
  if (view.rights.edit && view.changeMode) {
    tools.push(coediting(view, actions));
  }
  tools.push(...panels(view), ...hosted(view));
  part('toolbar').replaceChildren(...tools);
}

function button(id, label, action) {
  return make('button', { 'data-testid': id, onclick: action }, label);
}

function toggle(id, label, pressed, action, fixed) {
  const element = make('button', { 'data-testid': id, 'aria-pressed': String(pressed), disabled: fixed }, label);
  element.addEventListener('click', () => element.setAttribute('aria-pressed', String(action())));
  return element;
}

function coediting(view, actions) {
  const select = make('select', { 'data-testid': 'coediting', 'aria-label': 'Co-editing mode' },
    make('option', { value: 'fast' }, 'Co-editing: fast'),
    make('option', { value: 'strict' }, 'Co-editing: strict'));
  select.value = actions.strict() ? 'strict' : 'fast';
  select.addEventListener('change', () => actions.setStrict(select.value === 'strict'));
  return select;
}

function panels(view) {
  const found = [];
  if (view.kind === 'word') {
    found.push(panel('comments', 'Comments'));
    part('side').dataset.readonly = view.rights.comment ? '' : 'comments';
  }
  if (view.rights.chat) {
    found.push(panel('chat', 'Chat'));
  }
  return found;
}

function panel(which, label) {
  const id = which === 'chat' ? 'chat-toggle' : 'comments-toggle';
  const element = toggle(id, label, side.isOpen(which), () => {
    const opened = side.toggle(which);
    document.querySelectorAll('[data-panel]').forEach(other => other.setAttribute('aria-pressed', 'false'));
    return opened;
  });
  element.dataset.panel = which;
  return element;
}

/** Buttons that only ask the page. */
function hosted(view) {
  const found = [];
  const offer = (event, id, label, data) => {
    if (listens(event)) {
      found.push(button(id, label, async () => tell(event, data ? await data() : null)));
    }
  };
  offer('onRequestEditRights', 'edit-rights', 'Edit this file');
  offer('onRequestSharingSettings', 'share', 'Share');
  if (listens('onRequestHistory') && listens('onRequestHistoryData')) {
    offer('onRequestHistory', 'history', 'Version history');
  }
  if (view.rights.download) {
    offer('onRequestSaveAs', 'save-as', 'Save copy as', server.copyLink);
  }
  return view.mode === 'view' ? found : found.filter(element => element.dataset.testid !== 'edit-rights');
}
