/** Where what was made is kept, by the name that the user gives it: a folder, or a bucket. */
import type { Readable } from 'node:stream';
import { Store } from './store.js';

export interface Storage {
  has(file: string): boolean | Promise<boolean>;
  /** @throws Error (rejects) if it is not there */
  read(file: string): Promise<Uint8Array>;
  /** The file is there whole or not at all. */
  write(file: string, content: string | Uint8Array | Readable): Promise<void>;
}

/** @param place a folder, which may be shared, or `s3://BUCKET/PREFIX` */
export async function openStorage(place: string): Promise<Storage> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(place) ?? [];
  if (!bucket) return Store.open(place);
  const { S3Storage } = await import('./s3.js');
  return S3Storage.open(bucket, prefix ? `${prefix}/` : '');
}
