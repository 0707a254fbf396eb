/**
 * A function of a text that remembers what it found, for up to `most` texts: it begins anew then, since users type texts
 * without end. `find` must be pure and must not return undefined.
 */
export function remembered<V>(most: number, find: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = find(text);
      if (known.size >= most) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
