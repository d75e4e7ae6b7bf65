/**
 * Graphs in ONNX of the signature that Piper's voices have, which say each id as a tone of its own: a sine of
 * so many radians a sample, for so many frames of {@link HOP} samples.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

export const HOP = 256;

type Field = readonly [number: number, value: number | string | Uint8Array | Float32Array];

function varint(value: number): number[] {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

/** A message in the wire format of Protocol Buffers. */
function message(...fields: readonly Field[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    if (typeof value === 'number') return Buffer.from([...varint(number << 3), ...varint(value)]);
    const bytes =
      typeof value === 'string'
        ? Buffer.from(value)
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return Buffer.concat([
      Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]),
      bytes,
    ]);
  });
  return Buffer.concat(parts);
}

const FLOAT = 1;
const INT64 = 7;

const tensor = (name: string, values: readonly number[], type = FLOAT, isScalar = false) =>
  message(
    ...(isScalar ? [] : [[1, values.length] as const]),
    [2, type],
    [8, name],
    [
      9,
      type === FLOAT
        ? Float32Array.from(values)
        : new Uint8Array(BigInt64Array.from(values, BigInt).buffer),
    ],
  );

const attribute = (name: string, value: number) => message([1, name], [3, value], [20, 2]);

const node = (
  type: string,
  inputs: string,
  output: string,
  attributes: readonly Uint8Array[] = [],
) =>
  message(
    ...inputs.split(' ').map((it) => [1, it] as const),
    [2, output],
    [4, type],
    ...attributes.map((it) => [5, it] as const),
  );

const value = (name: string, type: number, ...dims: readonly (number | string)[]) => {
  const shape = dims.map(
    (dim) => [1, message(typeof dim === 'number' ? [1, dim] : [2, dim])] as const,
  );
  return message([1, name], [2, message([1, message([1, type], [2, message(...shape)])])]);
};

export interface Tone {
  readonly frames: number;
  /** Radians a sample; 0 is silence. */
  readonly pitch: number;
}

/** How loud a tone is. */
export const LEVEL = 0.5;

/**
 * @param tones of each id
 * @param tells whether the graph tells how long each id takes
 * @param speakers whether it asks for one; each is so many times as high
 */
export function toneGraph(
  tones: readonly Tone[],
  { tells = true, speakers = false } = {},
): Uint8Array {
  const nodes = [
    node('Gather', 'frames input', 'own'),
    node('Gather', 'scales one', 'pace'),
    node('Mul', 'own pace', 'stretched'),
    node('Ceil', 'stretched', 'durations'),
    node('Mul', 'durations hop', 'lengths'),
    node('CumSum', 'lengths one', 'ends'),
    node('ReduceMax', 'ends', 'total', [attribute('keepdims', 0)]),
    node('Range', 'zero total step', 'time'),
    node('Unsqueeze', 'time axis', 'column'),
    node('GreaterOrEqual', 'column ends', 'isOver'),
    node('Cast', 'isOver', 'over', [attribute('to', FLOAT)]),
    node('ReduceSum', 'over axis', 'count', [attribute('keepdims', 0)]),
    node('Cast', 'count', 'index', [attribute('to', INT64)]),
    node('Reshape', 'input flat', 'ids'),
    node('Gather', 'ids index', 'id'),
    node('Gather', 'pitches id', 'plain'),
    ...(speakers
      ? [
          node('Cast', 'sid', 'speaker', [attribute('to', FLOAT)]),
          node('Add', 'speaker step', 'higher'),
          node('Mul', 'plain higher', 'pitch'),
        ]
      : [node('Identity', 'plain', 'pitch')]),
    node('Mul', 'time pitch', 'phase'),
    node('Sin', 'phase', 'wave'),
    node('Mul', 'wave level', 'sound'),
    node('Reshape', 'sound shape', 'output'),
  ];
  const constants = [
    tensor(
      'frames',
      tones.map(({ frames }) => frames),
    ),
    tensor(
      'pitches',
      tones.map(({ pitch }) => pitch),
    ),
    tensor('one', [1], INT64, true),
    tensor('hop', [HOP], FLOAT, true),
    tensor('zero', [0], FLOAT, true),
    tensor('step', [1], FLOAT, true),
    tensor('level', [LEVEL], FLOAT, true),
    tensor('axis', [1], INT64),
    tensor('flat', [-1], INT64),
    tensor('shape', [1, 1, 1, -1], INT64),
  ];
  const graph = message(
    ...nodes.map((it) => [1, it] as const),
    [2, 'tones'],
    ...constants.map((it) => [5, it] as const),
    [11, value('input', INT64, 1, 'n')],
    [11, value('input_lengths', INT64, 1)],
    [11, value('scales', FLOAT, 3)],
    ...(speakers ? [[11, value('sid', INT64, 1)] as const] : []),
    [12, value('output', FLOAT, 1, 1, 1, 't')],
    ...(tells ? [[12, value('durations', FLOAT, 1, 'n')] as const] : []),
  );
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])]);
}
