/**
 * The folder of what was made. A file is there whole or not at all, whenever the program or the machine stops;
 * names are made here alone, so that nothing is written elsewhere.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What is being written: hidden, with who writes it. */
const PART = /^\.(.+)\.([^.]+)\.(\d+)\.part$/;

const host = () => hostname().replace(/[^\w-]/g, '-') || 'host';

/** The name of what was made, by all that makes it what it is: 80 bits in hexadecimal. */
export const nameOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);

export class Store {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A folder that is there. */
  static at(folder: string): Store {
    return new Store(folder);
  }

  /** Makes the folder if there is none, and clears away what a process that is no more left half-written. */
  static async open(folder: string): Promise<Store> {
    await mkdir(folder, { recursive: true });
    for (const file of await readdir(folder)) {
      const [, , machine, pid] = PART.exec(file) ?? [];
      if (pid && machine === host() && !isAlive(+pid))
        await rm(join(folder, file), { force: true });
    }
    return new Store(folder);
  }

  has(file: string): boolean {
    return existsSync(this.#path(file));
  }

  read(file: string): Promise<Uint8Array> {
    return readFile(this.#path(file));
  }

  /** Written aside, to the disk, and then given its name. */
  async write(file: string, content: string | Uint8Array | Readable): Promise<void> {
    const path = this.#path(file);
    const aside = join(this.folder, `.${file}.${host()}.${process.pid}.part`);
    const handle = await open(aside, 'w');
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  }

  #path(file: string): string {
    if (!/^[\w-]+(?:\.[\w-]+)+$/.test(file)) throw new Error(`not a name of ours: ${file}`);
    return join(this.folder, file);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
