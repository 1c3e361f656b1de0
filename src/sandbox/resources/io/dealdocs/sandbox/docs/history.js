/** Version history: a list of what the page tells, and the text of the version that is looked at. */
import * as server from '/web-apps/sandbox/server.js';
import { ask, make, part } from '/web-apps/sandbox/parts.js';
import { listens, tell } from '/web-apps/sandbox/gateway.js';

let current = 0;

/** Lists the versions; looking at them ends the editing session, as it does in the real editor. */
export function list(data, endSession) {
  if (data.error) {
    ask(data.error === true ? 'The history cannot be loaded.' : String(data.error), 'OK');
    return;
  }
  endSession();
  document.body.dataset.state = 'history';
  current = data.currentVersion;
  const items = [...data.history].reverse().map(item);
  part('toolbar').replaceChildren(make('button', { 'data-testid': 'history-close', onclick: () => tell('onRequestHistoryClose') }, 'Close history'));
  part('side').hidden = false;
  part('side').replaceChildren(make('h2', {}, 'Version history'), make('ul', {}, ...items));
  part('page').replaceChildren();
  tell('onRequestHistoryData', current);
}

function item(version) {
  const choose = make('button', { 'data-testid': `version-${version.version}`, onclick: () => tell('onRequestHistoryData', version.version) }, String(version.created));
  const entry = make('li', {}, make('small', {}, version.user?.name || ''), choose);
  if (version.version !== current && listens('onRequestRestore')) {
    entry.append(' ', make('button', {
      'data-testid': `restore-${version.version}`,
      onclick: () => tell('onRequestRestore', { version: version.version, fileType: version.fileType || 'docx' })
    }, 'Restore'));
  }
  return entry;
}

/** Shows one version; only what its token says counts, and a bad token ends everything. */
export async function show(data) {
  if (data.error) {
    ask(String(data.error), 'OK');
    return;
  }
  const version = await server.version(data.token || '');
  if (version.refused) {
    tell('onError', { errorCode: version.refused.code, errorDescription: version.refused.message });
    await ask(`${version.refused.message}\n\nPress OK to close the editor.`, 'OK');
    tell('onRequestClose');
    return;
  }
  const lines = version.lines.map(line => make('div', { class: version.added.includes(line) ? 'block suggested' : 'block' }, line));
  part('page').replaceChildren(make('div', { class: 'sheet-of-paper', 'data-testid': 'version' }, ...lines));
}
