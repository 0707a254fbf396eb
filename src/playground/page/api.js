/** A call that the server refused, with its reason. */
export class Refused extends Error {}

/** Reads a view of the server's. @param {string} name @param {Record<string, string>} [query] @returns {Promise<any>} */
export async function read(name, query = {}) {
  const search = new URLSearchParams(query).toString();
  return await body(await fetch(`/api/${name}${search === "" ? "" : `?${search}`}`));
}

/** Has a person do something. @param {string} name @param {object} [fields] @returns {Promise<any>} */
export async function act(name, fields = {}) {
  return await body(
    await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    }),
  );
}

/** @param {Response} response */
async function body(response) {
  const value = await response.json();
  if (!response.ok) throw new Refused(value?.error ?? response.statusText);
  return value;
}

/**
 * Hands each event of the server to `listener`; the browser connects again by itself when the server was away.
 * @param {(event: import("../page-events.ts").PageEvent) => void} listener
 * @param {(isConnected: boolean) => void} onConnection
 */
export function listen(listener, onConnection) {
  const source = new EventSource("/api/events");
  source.addEventListener("message", (event) => listener(JSON.parse(event.data)));
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
}
