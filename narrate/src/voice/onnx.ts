/** ONNX Runtime, which the user installs who wants a neural voice: as much of it as is used. */
import { installed } from '../optional.js';

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

/** @throws Error if there is none */
export function onnxRuntime(): OnnxRuntime {
  for (const name of PACKAGES) {
    const it = installed<OnnxRuntime>(name);
    if (it) return it;
  }
  throw new Error(
    'A neural voice needs ONNX Runtime: npm install --ignore-scripts onnxruntime-node (or onnxruntime-web).',
  );
}
