"""Trained nets to the shipped file: python3 export.py --out FILE CHECKPOINT...

What training alone needs is folded away: batch norm into its convolution, the corpus' row (news) into
the letters. Each row of each matrix becomes int8 with one scale. The format is described where it is
read: src/arabic/tashkeel/weights.ts.
"""

import argparse
import json
import pathlib
import struct
import zlib

import torch

from letters import CLASSES, LETTERS
from model import SHAPES, Net
from train import NEWS

VERSION = 1


def matrix(weights, bias=None):
    """One matrix: a scale and a bias for each row, then the rows as int8."""
    rows = weights.shape[0]
    scales = weights.abs().amax(1).clamp(min=1e-12) / 127
    whole = (weights / scales[:, None]).round().clamp(-127, 127).to(torch.int8)
    bias = torch.zeros(rows) if bias is None else bias
    head = b"".join(struct.pack("<ff", s, b) for s, b in zip(scales.tolist(), bias.tolist()))
    return head + whole.numpy().tobytes()


def block(conv, norm):
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weights = conv.weight * factor[:, None, None]
    bias = norm.bias - norm.running_mean * factor
    # Three taps, each a matrix of its own; the first brings the bias.
    return b"".join(matrix(weights[:, :, tap], bias if tap == 0 else None) for tap in range(3))


def tensors(net):
    yield matrix(net.letter.weight + net.source.weight[NEWS])
    yield matrix(net.hint.weight)
    for part in net.before:
        yield block(part.conv, part.norm)
    if net.shape["state"]:
        yield matrix(net.down.weight, net.down.bias)
        for side in ("", "_reverse"):
            for kind in ("ih", "hh"):
                yield matrix(getattr(net.gru, f"weight_{kind}_l0{side}"), getattr(net.gru, f"bias_{kind}_l0{side}"))
        yield matrix(net.up.weight, net.up.bias)
    for part in net.after:
        yield block(part.conv, part.norm)
    yield matrix(net.out.weight, net.out.bias)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("checkpoints", nargs="+", type=pathlib.Path)
    options = arguments.parse_args()
    nets, body = [], b""
    for path in options.checkpoints:
        state = torch.load(path)
        name = state["options"]["net"]
        net = Net(name)
        net.load_state_dict(state["average"])
        with torch.no_grad():
            body += b"".join(tensors(net.eval()))
        nets.append(dict(SHAPES[name], share=1 / len(options.checkpoints), steps=state["step"]))
    header = json.dumps(dict(letters=[ord(c) for c in LETTERS], marks="." * len(CLASSES), nets=nets))
    header = header.encode("ascii")
    rest = struct.pack("<I", len(header)) + header + body
    options.out.write_bytes(b"TSHK" + struct.pack("<II", VERSION, zlib.adler32(rest)) + rest)
    print(options.out, options.out.stat().st_size, "bytes,", len(zlib.compress(options.out.read_bytes(), 9)), "deflated")


if __name__ == "__main__":
    main()
