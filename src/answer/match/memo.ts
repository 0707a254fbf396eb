/**
 * A function of two objects that remembers its results for as long as both live: one question looks at the same pairs of word
 * and figure many times over. `find` must be pure and must not return undefined.
 */
export function remembering<A extends object, B extends object, V>(
  find: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const known = new WeakMap<A, WeakMap<B, V>>();
  return (a, b) => {
    const own = known.get(a) ?? new WeakMap<B, V>();
    if (!known.has(a)) known.set(a, own);
    const before = own.get(b);
    if (before !== undefined) return before;
    const value = find(a, b);
    own.set(b, value);
    return value;
  };
}
