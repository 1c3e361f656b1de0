/** The way to the page that holds the editor's frame. */
const query = new URLSearchParams(location.search);
const parentOrigin = query.get('parentOrigin') || '*';
const commands = new Map();
let declared = [];

window.addEventListener('message', message => {
  if (message.source !== window.parent || (parentOrigin !== '*' && message.origin !== parentOrigin)) {
    return;
  }
  const { command, data } = JSON.parse(message.data);
  const handler = commands.get(command);
  if (handler) {
    handler(data);
  } else if (commands.has('*')) {
    commands.get('*')(command);
  }
});

/** Does this when the page asks for it. */
export function on(command, handler) {
  commands.set(command, handler);
}

/** Tells the page something, whether it listens or not. */
export function tell(event, data) {
  window.parent.postMessage(JSON.stringify({ event, data: data === undefined ? null : data }), parentOrigin);
}

export function declare(events) {
  declared = events;
}

/** Whether the page has a handler: only then its button is shown. */
export function listens(event) {
  return declared.includes(event);
}
