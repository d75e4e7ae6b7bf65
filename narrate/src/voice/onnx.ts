/** ONNX Runtime, which the user installs who wants a neural voice: as much of it as is used. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface OnnxTensor {
  readonly data: ArrayLike<number | bigint>;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}

export interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<OnnxSession>;
  };
  readonly Tensor: new (
    type: 'int64' | 'float32',
    data: BigInt64Array | Float32Array,
    dims: readonly number[],
  ) => OnnxTensor;
}

/** The faster first. */
const PACKAGES = ['onnxruntime-node', 'onnxruntime-web'] as const;

/**
 * What is installed beside this package, or where the program was started.
 *
 * @throws Error if there is none
 */
export function onnxRuntime(): OnnxRuntime {
  const places = [import.meta.url, join(process.cwd(), 'none.js')].map((it) => createRequire(it));
  for (const name of PACKAGES)
    for (const require of places) {
      try {
        require.resolve(name);
      } catch {
        continue;
      }
      return require(name) as OnnxRuntime;
    }
  throw new Error(
    'A neural voice needs ONNX Runtime: npm install --ignore-scripts onnxruntime-node (or onnxruntime-web).',
  );
}
