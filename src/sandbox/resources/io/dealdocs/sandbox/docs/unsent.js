/** Changes that are still in the page: they go out at once in fast mode, and on saving in strict mode. */
import * as server from '/web-apps/sandbox/server.js';
import { tell } from '/web-apps/sandbox/gateway.js';

const PAUSE = 120;
const RETRY = 1000;

let waiting = [];
let under = [];
let sending = null;
let timer = null;
let holds = () => false;
let show = () => {};
let refused = () => {};
let dirty = false;

/** Says who decides whether changes are held back, who shows the state, and who hears of a refusal. */
export function begin(options) {
  ({ holds, show, refused } = options);
  waiting = [];
  dirty = false;
}

/** Takes a change; typing that goes on in one place is one change. */
export function add(change) {
  const last = waiting.at(-1);
  if (last && last.block === change.block && change.kind === 'TEXT' && last.kind !== 'COMMENT') {
    last.text = change.text;
  } else {
    waiting.push(change);
  }
  mark(true);
  if (!holds()) {
    schedule(PAUSE);
  }
}

/** The text somebody typed here that is still in the page. */
export function textOf(block) {
  return waiting.findLast(change => change.block === block && change.kind !== 'COMMENT')?.text;
}

export function any() {
  return waiting.length > 0 || sending !== null;
}

/** What has to go out with the page that is left now; nothing of what strict mode holds back. */
export const rest = () => holds() ? under : under.concat(waiting);

export function discard() {
  waiting = [];
  mark(false);
}

function schedule(pause) {
  timer = timer || setTimeout(() => {
    timer = null;
    flush();
  }, pause);
}

/** Sends everything; done when it has arrived. */
export async function flush() {
  while (sending) {
    await sending;
  }
  if (waiting.length === 0) {
    return;
  }
  const batch = waiting;
  under = batch;
  waiting = [];
  show('sending');
  sending = server.change(batch).then(
    () => true,
    error => failed(batch, error));
  await sending;
  sending = null;
  under = [];
  if (waiting.length === 0) {
    mark(false);
  }
}

function failed(batch, error) {
  if (error.refused) {
    refused(error.message);
    return;
  }
  waiting = batch.concat(waiting);
  schedule(RETRY);
}

function mark(unsaved) {
  show(unsaved ? 'unsaved' : 'saved');
  if (unsaved !== dirty) {
    dirty = unsaved;
    tell('onDocumentStateChange', unsaved);
  }
}
