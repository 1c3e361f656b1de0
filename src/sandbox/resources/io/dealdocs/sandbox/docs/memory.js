/** What the editor remembers of a person's choices; a browser that blocks foreign storage makes it forget at once. */
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Framed by another site without storage: the choice holds until the page goes.
  }
}
