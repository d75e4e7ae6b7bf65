/** Where what was made is kept. */
import type { Readable } from 'node:stream';

export interface Storage {
  has(file: string): boolean | Promise<boolean>;
  /** @throws Error (rejects) if it is not there */
  read(file: string): Promise<Uint8Array>;
  /** The file is there whole or not at all. */
  write(file: string, content: string | Uint8Array | Readable): Promise<void>;
}
