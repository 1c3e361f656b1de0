import { docsApi, type DocEditor } from './docs-api';

/** How long the Docs server may take until its editor shows itself. */
const START_TIME = 15_000;
/** How long closing waits for the editor, and for the tab to go, before it goes on by itself. */
const CLOSE_TIME = 10_000;
const TAB_TIME = 400;
/** How long the server may take to answer that the person wants to close. */
const ANSWER_TIME = 3_000;

interface Config {
  document?: { key?: string };
  events?: object;
}

/** Owns one editor of a Docs server and turns what it says into DOM events. */
class DocumentEditor extends HTMLElement {
  /** Where closing leads if the server cannot say so any more, since its session is gone. */
  declare wayBack?: string;

  private order?: { apiScript: string; config: string };
  private editor?: DocEditor;
  private key?: string;
  private dirty = false;
  private loaded = false;
  private viewOnly = false;
  private opening = 0;
  private clock = 0;
  private closing?: () => void;
  private readonly guard = (event: BeforeUnloadEvent) => {
    if (this.dirty) {
      event.preventDefault();
    }
  };

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.guard);
    // The router moves a page after it is made; an editor that began before that begins again.
    this.begin();
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.guard);
    this.discard();
  }

  /** Opens a document; what was open before in this element goes away. */
  open(apiScript: string, config: string): void {
    this.order = { apiScript, config };
    this.begin();
  }

  /** Goes on with a document that was saved under its old key; another config with the same key would never open. */
  refresh(apiScript: string, config: string): void {
    const next = JSON.parse(config) as Config;
    if (next.document?.key === this.key) {
      this.tell('editor-stale', {});
    } else if (this.editor?.refreshFile) {
      this.key = next.document?.key;
      this.order = { apiScript, config };
      this.editor.refreshFile(next);
    } else {
      this.open(apiScript, config);
    }
  }

  /** Asks the editor to close; goes on after a while even if it never answers. */
  requestClose(): void {
    const over = () => {
      if (this.closing === over) {
        this.closing = undefined;
        window.clearTimeout(limit);
        this.closed();
      }
    };
    const limit = window.setTimeout(over, CLOSE_TIME);
    this.closing = over;
    if (this.editor?.requestClose) {
      this.editor.requestClose();
    } else {
      over();
    }
  }

  /** Leaves the page: the tab closes if a script opened it, else it goes to the address. */
  leave(address: string): void {
    this.dirty = false;
    window.close();
    window.setTimeout(() => window.location.assign(address), TAB_TIME);
  }

  private async begin(): Promise<void> {
    if (!this.order || !this.isConnected) {
      return;
    }
    this.discard();
    const { apiScript, config } = this.order;
    const turn = this.opening;
    this.clock = window.setTimeout(() => this.unreachable(turn, 'slow'), START_TIME);
    try {
      const api = await docsApi(apiScript);
      if (turn === this.opening) {
        this.editor = new api.DocEditor(this.placeholder(), this.withEvents(config, turn));
      }
    } catch {
      this.unreachable(turn, 'script');
    }
  }

  private closed(): void {
    const way = this.wayBack;
    this.tell('editor-close', {});
    if (way) {
      window.setTimeout(() => this.leave(way), ANSWER_TIME);
    }
  }

  private placeholder(): string {
    const place = document.createElement('div');
    place.id = `docs-${crypto.randomUUID ? crypto.randomUUID() : String(Date.now())}`;
    this.replaceChildren(place);
    return place.id;
  }

  private withEvents(text: string, turn: number): Config {
    const config = JSON.parse(text) as Config;
    this.key = config.document?.key;
    const when =
      <T>(handle: (data: T) => void) =>
      (event?: { data?: T }) => {
        if (turn === this.opening) {
          handle(event?.data as T);
        }
      };
    config.events = {
      onAppReady: when(() => window.clearTimeout(this.clock)),
      onDocumentReady: when(() => this.ready()),
      onInfo: when<{ mode?: string }>((info) => {
        this.viewOnly = info?.mode === 'view';
      }),
      onDocumentStateChange: when<boolean>((dirty) => this.dirtyChanged(dirty)),
      onError: when<{ errorCode?: number; errorDescription?: string }>((error) =>
        this.failed(error?.errorCode ?? -1, error?.errorDescription ?? '')
      ),
      onWarning: when<{ warningDescription?: string }>((warning) => console.warn(warning?.warningDescription)),
      onRequestClose: when(() => (this.closing ? this.closing() : this.closed())),
      onRequestRefreshFile: when(() => this.tell('editor-config-wanted', {})),
      onOutdatedVersion: when(() => this.tell('editor-config-wanted', {}))
    };
    return config;
  }

  private ready(): void {
    window.clearTimeout(this.clock);
    this.loaded = true;
    this.tell('editor-ready', { viewOnly: this.viewOnly });
  }

  private dirtyChanged(dirty: boolean): void {
    if (dirty !== this.dirty) {
      this.dirty = dirty;
      this.tell('editor-dirty', { dirty });
    }
  }

  private failed(code: number, description: string): void {
    window.clearTimeout(this.clock);
    this.tell('editor-failed', { code, description, loaded: this.loaded });
  }

  private unreachable(turn: number, reason: string): void {
    if (turn === this.opening) {
      this.discard();
      this.order = undefined;
      this.tell('editor-unreachable', { reason });
    }
  }

  private discard(): void {
    this.opening++;
    window.clearTimeout(this.clock);
    this.loaded = false;
    this.viewOnly = false;
    this.dirty = false;
    this.closing = undefined;
    try {
      this.editor?.destroyEditor();
    } catch {
      // An editor that never came up cannot be destroyed; its frame goes with the children.
    }
    this.editor = undefined;
    this.replaceChildren();
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('document-editor', DocumentEditor);
