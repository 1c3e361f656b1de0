/** What this project uses of the editor that a Docs server's `api.js` makes. */
export interface DocEditor {
  destroyEditor(): void;
  requestClose?(): void;
  refreshFile?(config: object): void;
}

interface DocsApi {
  DocEditor: new (placeholder: string, config: object) => DocEditor;
}

declare global {
  interface Window {
    DocsAPI?: DocsApi;
  }
}

const scripts = new Map<string, Promise<void>>();

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
    if (nonce) {
      script.nonce = nonce;
    }
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error('the script cannot be loaded'));
    };
    document.head.append(script);
  });
}

/** Loads a Docs server's script, once per address; a failure is forgotten, so that it can be tried again. */
export async function docsApi(address: string): Promise<DocsApi> {
  let script = scripts.get(address);
  if (!script) {
    script = load(address);
    scripts.set(address, script);
    script.catch(() => scripts.delete(address));
  }
  await script;
  if (!window.DocsAPI) {
    scripts.delete(address);
    throw new Error('the script brings no editor');
  }
  return window.DocsAPI;
}
