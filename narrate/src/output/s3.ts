/** A bucket of S3, or of a store that speaks its language, by the SDK's own ways to address and keys. */
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { optional } from '../optional.js';
import type { Storage } from './storage.js';

const sdk = () => optional<typeof import('@aws-sdk/client-s3')>('@aws-sdk/client-s3');

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/guided-navigation+json',
  mp3: 'audio/mpeg',
  epub: 'application/epub+zip',
  vtt: 'text/vtt; charset=utf-8',
};

/** What has a hash for a name never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export class S3Storage implements Storage {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  private constructor(client: S3Client, bucket: string, prefix: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  /** @throws Error if the SDK is not installed */
  static open(bucket: string, prefix: string): S3Storage {
    const { S3Client } = sdk();
    // Stores that are not Amazon's have no host of their own for each bucket.
    const forcePathStyle = !!(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL);
    return new S3Storage(new S3Client({ forcePathStyle }), bucket, prefix);
  }

  async has(file: string): Promise<boolean> {
    const { HeadObjectCommand } = sdk();
    try {
      await this.#client.send(new HeadObjectCommand(this.#at(file)));
      return true;
    } catch (error) {
      if ((error as Error).name === 'NotFound') return false;
      throw error;
    }
  }

  async read(file: string): Promise<Uint8Array> {
    const { GetObjectCommand } = sdk();
    const { Body } = await this.#client.send(new GetObjectCommand(this.#at(file)));
    return Body!.transformToByteArray();
  }

  async write(file: string, content: string | Uint8Array | Readable): Promise<void> {
    const { PutObjectCommand } = sdk();
    const isIndex = file === 'index.json';
    await this.#client.send(
      new PutObjectCommand({
        ...this.#at(file),
        Body: content,
        ContentType: isIndex ? 'application/json' : TYPES[file.split('.').at(-1)!],
        CacheControl: isIndex ? 'no-cache' : FOR_EVER,
      }),
    );
  }

  #at(file: string) {
    return { Bucket: this.#bucket, Key: this.#prefix + file };
  }
}
