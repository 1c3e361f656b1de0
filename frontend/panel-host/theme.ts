/** Gives the whole page the host's theme. */
export function applyTheme(dark: boolean): void {
  const page = document.documentElement;
  const theme = dark ? 'dark' : 'light';
  page.dataset.theme = theme;
  page.setAttribute('theme', theme);
  page.style.colorScheme = theme;
}
