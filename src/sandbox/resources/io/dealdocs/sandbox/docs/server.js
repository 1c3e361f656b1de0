/** The way to the Docs sandbox: one editor at a time. */
let id = null;
let stream = null;

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body)
  });
  if (!response.ok) {
    throw Object.assign(new Error(await response.text()), { refused: true });
  }
  return response.json();
}

export async function open(config) {
  const view = await post('/editor/open', config);
  if (!view.refused) {
    id = view.id;
  }
  return view;
}

/** Hears what happens; handlers by the name of the event, and `lost` for the end of the connection. */
export function listen(handlers) {
  stream = new EventSource(`/editor/${id}/events`);
  for (const [name, handler] of Object.entries(handlers)) {
    if (name !== 'lost') {
      stream.addEventListener(name, event => handler(JSON.parse(event.data)));
    }
  }
  stream.addEventListener('error', () => {
    stream.close();
    handlers.lost();
  });
}

export async function content(group, from, count) {
  const response = await fetch(`/editor/${id}/content?group=${group}&from=${from}&count=${count}`);
  return response.json();
}

export const change = changes => post(`/editor/${id}/changes`, { changes });
export const say = text => post(`/editor/${id}/chat`, { text });
export const forceSave = () => post(`/editor/${id}/save`, {});
export const copyLink = () => post(`/editor/${id}/copy`, {});
export const version = token => post('/editor/version', { token });
export const downloadAddress = () => `/editor/${id}/download`;

/** Leaves, at once and with these last changes; explicitly if a person closed the editor. */
export function leave(explicitly, changes = []) {
  if (id) {
    stream?.close();
    navigator.sendBeacon(`/editor/${id}/${explicitly ? 'close' : 'gone'}`, JSON.stringify({ changes }));
    id = null;
  }
}
