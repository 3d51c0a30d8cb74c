/**
 * `make`, called once for each key and its answer kept for as long as the key lives: for what many pages ask of the
 * same corpus, list or record. The answer is shared, so nobody may change it.
 */
export function onceFor<Key extends object, Value extends object | string>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
