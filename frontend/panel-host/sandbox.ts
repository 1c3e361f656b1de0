/** Whether the frame around this page is sandboxed; only a sandboxed document may not touch its domain. */
export function sandboxed(): boolean {
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
