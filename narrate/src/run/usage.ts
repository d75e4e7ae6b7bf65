/** What the command line has in common, whatever the command. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Asked wrongly: the program ends with 2. */
export class UsageError extends Error {}

/** @throws UsageError for what is no option of the command */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
