/** How long a question is asked again, in milliseconds: far longer than any browser takes on a busy machine. */
const PATIENCE = 30_000;
/** How soon it is asked again, in milliseconds. */
const AGAIN = 25;

/** Waits until a question is answered as wanted, for some milliseconds; the last answer is returned or told. */
export async function eventually<Value>(
  ask: () => Value | Promise<Value>,
  isWanted: (value: Value) => boolean,
  time = PATIENCE,
): Promise<Value> {
  const end = Date.now() + time;
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((next) => setTimeout(next, AGAIN));
  }
}
