/** A mistake of the caller's, told in one line. */
export class UsageError extends Error {}

/** Runs a command; whatever stops it is told in one line on stderr, with exit status 2. */
export async function runCommand(main: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`newsgloss: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exit(2);
  }
}
