// The list of installed apps.
import './page.js';
import { confirmation } from './overlays.js';
import { config } from './server.js';

document.querySelector('[data-uninstall]')?.addEventListener('click', async ({ target }) => {
  const title = `Uninstall ${config.appName}?`;
  const description = 'The app loses access to your Pipedrive data.';
  if (await confirmation({ title, description, okText: 'Uninstall' })) {
    target.closest('td').querySelector('form').submit();
  }
});
