// The app's frames on this page and what they may ask of it.
import { FrameHost } from './protocol.js';
import { confirmation, modalWindow, snackbar } from './overlays.js';
import { call, config } from './server.js';

const BOUNDS = {
  panel: { height: [100, 750] },
  modal: { height: [120, Infinity], width: [320, Infinity] },
  settings: { height: [1, Infinity] },
};
const VIEWS = { settings: `/settings/marketplace/app/${encodeURIComponent(config.clientId)}/app-settings` };

const shown = new Map();
let modal;

export const host = new FrameHost({
  initialize: async (frame, { size }) => {
    resize(frame, size);
    frame.element.dataset.ready = 'true';
  },
  resize: async (frame, size) => resize(frame, size),
  show_snackbar: async (frame, { message, link }) => snackbar(message, link),
  show_confirmation: async (frame, args) => ({ confirmed: await confirmation(args) }),
  open_modal: (frame, args) => openAppModal(args, frame.context, frame),
  close_modal: async (frame) => {
    if (frame.kind !== 'modal') {
      throw new Error('Only a modal can be closed');
    }
    // After the answer has left, else it goes to a frame that is no more.
    setTimeout(() => frame.close(), 0);
  },
  get_signed_token: async () => call('POST', '/__host/tokens'),
  redirect_to: async (frame, { view, id, context }) => redirect(view, id, context),
  get_metadata: async () => ({ windowHeight: window.innerHeight, windowWidth: window.innerWidth }),
});

function fits(value, [least, most]) {
  return Number.isFinite(value) && value >= least && value <= most;
}

// A size out of bounds is ignored as a whole, the promise is kept all the same.
function resize(frame, size = {}) {
  const wanted = ['height', 'width'].filter((side) => size[side] !== undefined && BOUNDS[frame.kind][side]);
  if (wanted.every((side) => fits(size[side], BOUNDS[frame.kind][side]))) {
    wanted.forEach((side) => {
      frame.element.style[side] = `${size[side]}px`;
    });
  }
}

function redirect(view, id, context = {}) {
  const path = VIEWS[view] ?? (view === 'deals' && id ? `/deal/${id}` : `/${view}`);
  const query = new URLSearchParams(context).toString();
  window.location.assign(query ? `${path}?${query}` : path);
}

function failed(place, retry) {
  const box = document.createElement('div');
  box.className = 'failed';
  box.dataset.testid = 'frame-failed';
  const text = document.createElement('p');
  text.textContent = 'Something went wrong';
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = 'Try again';
  again.addEventListener('click', retry);
  box.append(text, again);
  place.replaceChildren(box);
}

// Puts a frame into a place, instead of what is there. wish: {kind, context?, actionId?, data?}
export async function open(place, wish, close) {
  leave(place);
  const issued = await call('POST', '/__host/frames', wish);
  const element = document.createElement('iframe');
  element.title = config.appName;
  element.dataset.testid = `${wish.kind}-frame`;
  element.setAttribute('sandbox', config.frameSandbox);
  element.src = issued.src;
  const frame = { ...issued, kind: wish.kind, context: wish.context ?? {}, element, close };
  frame.onFailure = () => {
    leave(place);
    failed(place, () => open(place, wish, close));
  };
  shown.set(place, host.add(frame));
  place.replaceChildren(element);
}

function leave(place) {
  if (shown.has(place)) {
    host.remove(shown.get(place));
    shown.delete(place);
  }
}

export function emit(place, event, data) {
  if (shown.has(place)) {
    host.emit(shown.get(place), event, data);
  }
}

// Resolves when the modal is closed, however that happens.
export async function openAppModal({ type = 'custom_modal', action_id: actionId, data }, context, opener) {
  if (type !== 'custom_modal') {
    throw new Error(`The sandbox has no modal of type ${type}`);
  }
  if (modal) {
    throw new Error('A modal is open already');
  }
  return new Promise((resolve, reject) => {
    const opened = modalWindow(config.appName, () => {
      modal = undefined;
      leave(opened.body);
      resolve({ status: 'closed' });
      if (opener) {
        host.emit(opener, 'close_custom_modal', {});
      }
    });
    modal = opened;
    open(opened.body, { kind: 'modal', actionId, data, context }, opened.end).catch((error) => {
      reject(error);
      opened.end();
    });
  });
}
