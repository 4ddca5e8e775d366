/** A function of a text that remembers its answers, since news repeats its words; at `most` answers it begins anew. */
export function remembered<Value>(make: (text: string) => Value, most = 8192): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
