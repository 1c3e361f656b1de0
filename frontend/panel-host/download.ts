import { hosted, showSnackbar } from './host-connection';

/** Whether the frame around this page forbids downloads; only a sandboxed document may not touch its domain. */
function sandboxed(): boolean {
  if (window.parent === window) {
    return false;
  }
  try {
    // eslint-disable-next-line no-self-assign
    document.domain = document.domain;
    return false;
  } catch {
    return true;
  }
}

/** Saves a file, or offers a link that the host opens outside the sandbox. */
export async function download(address: string, name: string, sentence: string, label: string): Promise<void> {
  const absolute = new URL(address, document.baseURI).href;
  if (hosted && sandboxed()) {
    await showSnackbar(sentence, absolute, label);
    return;
  }
  const link = document.createElement('a');
  link.href = absolute;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
