import { hosted, showSnackbar } from './host-connection';
import { sandboxed } from './sandbox';

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
