/** The editor page: opens what the host page gives it, and keeps everything else in step. */
import { recall, remember } from '/web-apps/sandbox/memory.js';
import * as gateway from '/web-apps/sandbox/gateway.js';
import * as server from '/web-apps/sandbox/server.js';
import * as unsent from '/web-apps/sandbox/unsent.js';
import * as typing from '/web-apps/sandbox/typing.js';
import * as people from '/web-apps/sandbox/people.js';
import * as side from '/web-apps/sandbox/side.js';
import * as toolbar from '/web-apps/sandbox/toolbar.js';
import * as history from '/web-apps/sandbox/history.js';
import * as word from '/web-apps/sandbox/word.js';
import * as cell from '/web-apps/sandbox/cell.js';
import * as slide from '/web-apps/sandbox/slide.js';
import * as plain from '/web-apps/sandbox/plain.js';
import { ask, banner, message, part } from '/web-apps/sandbox/parts.js';

const CHOICE = 'docs-sandbox-co-editing';
const MODES = { edit: 'Editing', review: 'Reviewing', comment: 'Commenting', view: 'Viewing' };
const STATES = { saved: 'All changes saved', unsaved: 'Unsaved changes', sending: 'Saving…' };
const OUTDATED = -102;

let view = null;
let pages = null;
let strict = false;
let tracks = false;
let closing = false;
let later = [];
let early = [];
let key = null;

const holds = () => strict && !(view.autosave && people.editors() < 2);

async function boot(config) {
  key = config.document && config.document.key;
  people.begin();
  const opened = await server.open(config);
  if (opened.refused) {
    refuse(opened.refused, config);
    return;
  }
  view = opened;
  closing = false;
  later = [];
  early = [];
  pages = null;
  tracks = view.tracks;
  strict = chosenMode();
  unsent.begin({ holds, show: state, refused: text => ask(text, 'OK') });
  typing.begin({ writable: view.editable && (view.rights.edit || view.rights.review), tracked: () => tracks });
  dress();
  side.begin(view, said);
  // Before listening: what was known at opening must not replace what came since.
  people.show(view.people);
  server.listen({ users: people.show, change: received, placed: data => pages?.placed(data), chat: entry => side.add('chat', entry), drop: dropped, meta: renamed, warning: text => ask(text, 'OK'), forcesaved, end: () => {}, lost });
  pages = await ({ word, cell, slide }[view.kind] || plain).show(view);
  early.splice(0).forEach(received);
  toolbar.show(view, { save, strict: () => strict, setStrict, tracks: () => tracks, toggleTracks: () => { tracks = !tracks; return tracks; } });
  state('saved');
  gateway.tell('onInfo', { mode: view.rights.edit || view.rights.review ? 'edit' : 'view' });
  gateway.tell('onDocumentReady');
}

function chosenMode() {
  const choice = view.changeMode && recall(CHOICE);
  return choice ? choice === 'strict' : view.strict;
}

function dress() {
  const dark = /dark|night/.test(view.theme);
  document.documentElement.lang = view.lang;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  Object.assign(document.body.dataset, { mode: view.mode, kind: view.kind, coediting: strict ? 'strict' : 'fast' });
  part('kind').textContent = { word: 'W', cell: 'X', slide: 'P' }[view.kind] || 'F';
  part('mode').textContent = MODES[view.mode];
  part('lang').textContent = view.lang;
  part('coediting').textContent = view.mode === 'view' ? '' : strict ? 'strict' : 'fast';
  part('close').hidden = !(view.closeVisible && gateway.listens('onRequestClose'));
  banner('');
  title(view.title);
}

function title(text) {
  const element = part('title');
  document.title = `${text} – Docs sandbox`;
  element.textContent = text;
  element.title = text;
  if (gateway.listens('onRequestRename')) {
    element.contentEditable = 'plaintext-only';
  }
}

part('title').addEventListener('keydown', event => {
  if (event.key !== 'Enter') {
    return;
  }
  event.preventDefault();
  const name = part('title').textContent.trim().replace(new RegExp(`\\.${view.fileType}$`, 'i'), '');
  if (/[*+:"<>?|\\/\t]/.test(name)) {
    ask('The file name cannot contain any of the following characters: *+:"<>?|\\/', 'OK');
  } else if (name) {
    part('title').blur();
    gateway.tell('onRequestRename', name);
  }
});

function state(now) {
  document.body.dataset.state = now;
  part('state').textContent = view && view.mode === 'view' ? 'View only' : STATES[now];
}

function received(change) {
  if (change.kind === 'COMMENT') {
    side.add('comments', change);
  } else if (!pages) {
    early.push(change);
  } else if (holds()) {
    later.push(change);
    gateway.tell('onCollaborativeChanges');
  } else {
    pages.receive(change);
  }
}

function said(which, text) {
  if (which === 'chat') {
    server.say(text);
    return;
  }
  const block = document.activeElement?.dataset.block || 'p0';
  typing.send({ kind: 'COMMENT', block, text });
  side.add('comments', { author: { name: view.me.name }, text });
}

/** Others' changes come in before mine go out, as the server has them. */
function catchUp() {
  later.splice(0).forEach(change => pages.receive(change));
}

async function save() {
  catchUp();
  await unsent.flush();
  if (view.forcesave) {
    await server.forceSave();
  }
}

async function setStrict(now) {
  strict = now;
  remember(CHOICE, now ? 'strict' : 'fast');
  document.body.dataset.coediting = now ? 'strict' : 'fast';
  part('coediting').textContent = now ? 'strict' : 'fast';
  if (!holds()) {
    catchUp();
    await unsent.flush();
  }
}

function forcesaved({ success, type }) {
  if (!success && type === 1) {
    const text = 'The document could not be saved. Please check connection settings or contact your administrator.';
    message(text);
    gateway.tell('onWarning', { warningCode: -331, warningDescription: text });
  }
}

function dropped() {
  typing.lock();
  part('toolbar').querySelectorAll('button, select').forEach(tool => { tool.disabled = true; });
  banner('The file cannot be accessed right now.');
  document.body.dataset.state = 'dropped';
}

function lost() {
  if (document.body.dataset.state !== 'dropped') {
    dropped();
    banner('Connection is lost. The document can be read but not changed; reload it to go on.');
  }
}

function renamed(meta) {
  if (meta.title) {
    title(meta.title);
  }
  gateway.tell('onMetaChange', meta);
}

async function refuse({ code, message: text }, config) {
  document.body.dataset.state = 'refused';
  part('page').replaceChildren();
  if (code === OUTDATED) {
    outdated(text, config);
    return;
  }
  gateway.tell('onError', { errorCode: code, errorDescription: text });
  await ask(`${text}\n\nPress OK to close the editor.`, 'OK');
  gateway.tell('onRequestClose');
}

async function outdated(text, config) {
  people.ask([config.editorConfig?.user?.id || '']);
  const event = ['onRequestRefreshFile', 'onOutdatedVersion'].find(gateway.listens);
  if (event) {
    part('page').textContent = 'Loading document';
    gateway.tell(event);
  } else {
    await ask(`Version changed\n${text}`, 'Got it');
  }
}

async function requestClose() {
  if (!holds()) {
    await Promise.race([unsent.flush(), new Promise(resolve => setTimeout(resolve, 1500))]);
  }
  if (unsent.any()) {
    const sure = await ask('All unsaved changes in this document will be lost.\nClick "Cancel" then "Save" to save them. Click "OK" to discard all the unsaved changes.', 'OK', 'Cancel');
    if (!sure) {
      return;
    }
    unsent.discard();
  }
  closing = true;
  gateway.tell('onRequestClose');
}

async function refreshFile(config) {
  if (document.body.dataset.state === 'refused' && config.document?.key === key) {
    message('Version changed. The file version has been changed.');
    return;
  }
  server.leave(true);
  await boot(config);
}

gateway.on('init', ({ config, declared }) => {
  gateway.declare(declared);
  boot(config);
});
gateway.on('showMessage', text => message(String(text)));
gateway.on('requestClose', requestClose);
gateway.on('refreshFile', refreshFile);
gateway.on('setUsers', answer => people.pictures(answer || {}));
gateway.on('denyEditingRights', text => { typing.lock(); banner(text || 'You cannot edit this document any more.'); });
gateway.on('refreshHistory', data => history.list(data, () => server.leave(true)));
gateway.on('setHistoryData', history.show);
gateway.on('*', command => message(`The Docs sandbox does not do ${command}.`));

part('close').addEventListener('click', requestClose);
document.addEventListener('copy', event => view && !view.rights.copy && event.preventDefault());
document.addEventListener('cut', event => view && !view.rights.copy && event.preventDefault());
document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault();
    if (view && view.mode !== 'view') {
      save();
    }
  }
});
window.addEventListener('beforeunload', event => {
  if (view && unsent.any() && !closing) {
    event.preventDefault();
  }
});
window.addEventListener('pagehide', () => server.leave(closing, view ? unsent.rest() : []));

gateway.tell('onAppReady');
