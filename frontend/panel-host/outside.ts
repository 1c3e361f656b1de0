import { hosted, showSnackbar } from './host-connection';
import { sandboxed } from './sandbox';

/**
 * Lets the host open a link that has to work outside the sandbox: a tab opened from a sandboxed frame may not send
 * forms, so nobody could give consent there. Such a link carries the sentence to offer it with in `data-outside`.
 */
export function openOutside(event: Event): void {
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && Boolean(node.dataset.outside));
  if (link && hosted && sandboxed()) {
    event.preventDefault();
    void showSnackbar(link.dataset.outside ?? '', link.href, link.textContent ?? '');
  }
}
