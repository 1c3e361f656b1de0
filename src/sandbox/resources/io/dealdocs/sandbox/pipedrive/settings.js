// The page that frames the app's settings.
import './page.js';
import { open } from './frames.js';
import { config } from './server.js';

open(document.querySelector('[data-testid=settings-body]'), { kind: 'settings', context: config.context });
