// Calls to the page's own server.
export const config = JSON.parse(document.getElementById('host-config').textContent);

export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body instanceof FormData || body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body instanceof FormData || body === undefined ? body : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.status === 204 ? undefined : response.json();
}
