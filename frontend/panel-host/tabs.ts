/*
 * Tabs that a click opens before the server knows their address: a pop-up blocker lets a tab pass only while the click
 * is being handled. A trigger carries `data-opens-tab="key"`; the server sends the tab on, or closes it, by that key.
 */

const waiting = new Map<string, Window | null>();
let words = () => '…';

/** What a tab says while it waits for its address. */
export function setOpeningWords(tell: () => string): void {
  words = tell;
}

function waitingPage(tab: Window): void {
  const page = tab.document;
  page.title = words();
  page.documentElement.style.colorScheme = document.documentElement.style.colorScheme || 'light';
  const style = page.body.style;
  style.font = '14px system-ui, sans-serif';
  style.display = 'grid';
  style.placeItems = 'center';
  style.height = '100vh';
  style.margin = '0';
  style.opacity = '0.7';
  page.body.textContent = words();
}

function openWaiting(key: string): void {
  waiting.get(key)?.close();
  const tab = window.open('about:blank', '_blank');
  waiting.set(key, tab);
  if (tab) {
    waitingPage(tab);
  }
}

/** Sends a waiting tab to its address; answers false where the browser refused the tab. */
export function sendTab(key: string, address: string): boolean {
  const tab = waiting.get(key);
  waiting.delete(key);
  if (!tab) {
    return false;
  }
  if (!tab.closed) {
    tab.location.replace(address);
  }
  return true;
}

/** Closes a waiting tab. */
export function closeTab(key: string): void {
  waiting.get(key)?.close();
  waiting.delete(key);
}

function trigger(event: Event, attribute: string): HTMLElement | undefined {
  return event
    .composedPath()
    .find((part): part is HTMLElement => part instanceof HTMLElement && part.hasAttribute(attribute));
}

document.addEventListener(
  'click',
  (event) => {
    const opener = trigger(event, 'data-opens-tab');
    if (opener && !opener.hasAttribute('disabled')) {
      openWaiting(opener.getAttribute('data-opens-tab')!);
    }
  },
  true
);

// A click in the browser, not a shortcut on the server: only a click that the browser sees may open a tab.
document.addEventListener('keydown', (event) => {
  const field = event.key === 'Enter' && !event.isComposing ? trigger(event, 'data-enter-clicks') : undefined;
  if (field) {
    event.preventDefault();
    document.getElementById(field.getAttribute('data-enter-clicks')!)?.click();
  }
});
