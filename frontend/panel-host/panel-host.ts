import * as host from './host-connection';
import type { Question } from './host-connection';
import { download } from './download';
import { openOutside } from './outside';
import { closeTab, sendTab, setOpeningWords } from './tabs';
import { applyTheme } from './theme';

/** The heights Pipedrive gives a panel, in pixels. */
const LOWEST = 100;
const HIGHEST = 750;

/** Holds a framed page's content, keeps the frame as high as that, and carries the page's wishes to the host. */
class PanelHost extends HTMLElement {
  /** `content`: as high as the content; `622x500`: that size; anything else: left alone. */
  declare fit?: string;
  /** What a tab says while it waits for its address. */
  declare openingWords?: string;

  private lastHeight = 0;
  private hiddenAt = 0;
  private readonly sizes = new ResizeObserver(() => this.fitHeight());
  private stopTheme: () => void = () => undefined;
  private readonly visibility = () => this.visibilityChanged();

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.visibility);
    this.addEventListener('click', openOutside);
    setOpeningWords(() => this.openingWords ?? '…');
    this.stopTheme = host.onTheme((dark) => {
      applyTheme(dark);
      this.tell('host-theme', { dark });
    });
    queueMicrotask(() => this.startFitting());
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.visibility);
    this.removeEventListener('click', openOutside);
    this.stopTheme();
    this.sizes.disconnect();
  }

  showSnackbar(message: string, url: string, label: string): Promise<void> {
    return host.showSnackbar(message, url, label);
  }

  confirm(question: Question): Promise<boolean> {
    return host.confirm(question);
  }

  openModal(actionId: string, data: Record<string, string>): Promise<void> {
    return host.openModal(actionId, data);
  }

  closeModal(): Promise<void> {
    return host.closeModal();
  }

  signedToken(): Promise<string> {
    return host.signedToken();
  }

  openSettings(): Promise<void> {
    return host.openSettings();
  }

  download(address: string, name: string, sentence: string, label: string): Promise<void> {
    return download(address, name, sentence, label);
  }

  sendTab(key: string, address: string): void {
    if (!sendTab(key, address)) {
      this.tell('tab-blocked', { address: new URL(address, document.baseURI).href });
    }
  }

  closeTab(key: string): void {
    closeTab(key);
  }

  private startFitting(): void {
    const fixed = /^(\d+)x(\d+)$/.exec(this.fit ?? '');
    if (fixed && host.hosted) {
      host.resize(Number(fixed[2]), Number(fixed[1])).catch(() => undefined);
    } else if (this.fit === 'content' && host.hosted) {
      this.sizes.observe(this);
    }
  }

  private fitHeight(): void {
    const height = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(this.getBoundingClientRect().height)));
    if (height !== this.lastHeight) {
      this.lastHeight = height;
      host.resize(height).catch(() => undefined);
    }
  }

  private visibilityChanged(): void {
    if (document.hidden) {
      this.hiddenAt = Date.now();
    } else {
      this.tell('page-visible', { hiddenMillis: this.hiddenAt ? Date.now() - this.hiddenAt : 0 });
    }
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('panel-host', PanelHost);
