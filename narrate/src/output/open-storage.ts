/** The storage that the user names: a folder, or a bucket. */
import type { Storage } from './storage.js';
import { Store } from './store.js';

/** @param place a folder, which may be shared, or `s3://BUCKET/PREFIX` */
export async function openStorage(place: string): Promise<Storage> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(place) ?? [];
  if (!bucket) return Store.open(place);
  const { S3Storage } = await import('./s3.js');
  return S3Storage.open(bucket, prefix ? `${prefix}/` : '');
}
