// Light and dark: this page, its frames, and the other open pages of the same user.
import { host } from './frames.js';
import { call, config } from './server.js';

const channel = new BroadcastChannel(`theme-${config.companyId}-${config.userId}`);

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  host.emitToAll('user_settings_change', { theme });
}

export async function choose(theme) {
  await call('POST', '/__host/theme', { theme });
  apply(theme);
  channel.postMessage(theme);
}

channel.addEventListener('message', ({ data }) => apply(data));
document.querySelector('[data-testid=theme-toggle]').addEventListener('click', () => {
  choose(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
});
document.querySelectorAll('input[name=theme]').forEach((input) => {
  input.addEventListener('change', () => choose(input.value));
});
