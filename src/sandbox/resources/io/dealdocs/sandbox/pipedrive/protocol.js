// The host's half of the App Extensions protocol: commands get exactly one answer, listeners keep their port,
// and an id is worth something only in the frame and from the origin that it was issued for.
export class FrameHost {
  #frames = new Map();
  #commands;

  // commands: wire name -> async (frame, args) => answer
  constructor(commands) {
    this.#commands = commands;
    window.addEventListener('message', (event) => this.#receive(event));
  }

  // frame: {id, kind, element, origin, timeout, silent, onFailure}
  add(frame) {
    frame.ready = false;
    frame.ports = new Map();
    frame.timer = setTimeout(() => frame.onFailure(), frame.timeout);
    this.#frames.set(frame.id, frame);
    return frame;
  }

  remove(frame) {
    clearTimeout(frame.timer);
    this.#frames.delete(frame.id);
  }

  emit(frame, event, data) {
    for (const port of frame.ports.get(event) ?? []) {
      port.postMessage({ data });
    }
  }

  emitToAll(event, data) {
    this.#frames.forEach((frame) => this.emit(frame, event, data));
  }

  #receive(event) {
    const { id, payload } = event.data ?? {};
    const frame = this.#frames.get(id);
    const port = event.ports[0];
    if (!frame || !port || typeof payload !== 'object') {
      return;
    }
    if (event.source !== frame.element.contentWindow || event.origin !== frame.origin) {
      return;
    }
    if (payload.type === 'listener') {
      const ports = frame.ports.get(payload.event) ?? new Set();
      frame.ports.set(payload.event, ports.add(port));
    } else if (payload.type === 'command') {
      this.#answer(frame, payload, port);
    }
  }

  async #answer(frame, { command, args }, port) {
    if (command === 'initialize') {
      if (frame.silent) {
        return;
      }
      frame.ready = true;
      clearTimeout(frame.timer);
    }
    try {
      const run = this.#commands[command];
      if (!run) {
        throw new Error('Invalid command');
      }
      port.postMessage({ data: await run(frame, args ?? {}) });
    } catch (error) {
      port.postMessage({ error: error.message });
    }
  }
}
