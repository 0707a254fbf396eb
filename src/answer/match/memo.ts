/**
 * A function of two objects that remembers its results for as long as the first one lives: one question looks at the same
 * pairs of word and figure many times over. `find` must be pure and must not return undefined.
 */
export function remembering<A extends object, B extends object, V>(
  find: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const known = new WeakMap<A, Map<B, V>>();
  return (a, b) => {
    let own = known.get(a);
    if (own === undefined) {
      own = new Map();
      known.set(a, own);
    }
    let value = own.get(b);
    if (value === undefined) {
      value = find(a, b);
      own.set(b, value);
    }
    return value;
  };
}
