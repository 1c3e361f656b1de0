// What every page does.
import './theme.js';

document.addEventListener('click', ({ target }) => {
  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (!menu.contains(target) || target.closest('.menu-list')) {
      menu.open = false;
    }
  });
});
