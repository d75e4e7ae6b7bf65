"""The shipped file back to checkpoints: python3 restore.py --weights FILE --data PREPARED --out FOLDER

Undoes export.py, so that training goes on from what ships where no checkpoint is at hand. Weights
come back as rounded to int8; batch norm is measured anew on some batches; the optimizer starts afresh.
"""

import argparse
import copy
import json
import pathlib
import struct

import numpy as np
import torch

from letters import UNKNOWN
from model import SHAPES, Block, Net
from train import NEWS

BATCHES = 40


class Reader:
    def __init__(self, data):
        length = struct.unpack_from("<I", data, 12)[0]
        self.nets = json.loads(data[16 : 16 + length])["nets"]
        self.data, self.at = data, 16 + length

    def matrix(self, rows, columns):
        heads = np.frombuffer(self.data, "<f4", 2 * rows, self.at).reshape(rows, 2)
        self.at += 8 * rows
        whole = np.frombuffer(self.data, np.int8, rows * columns, self.at).reshape(rows, columns)
        self.at += rows * columns
        return torch.from_numpy(whole * heads[:, :1]).float(), torch.from_numpy(heads[:, 1].copy())

    def into(self, weight, bias=None):
        values, offsets = self.matrix(*weight.shape)
        weight.copy_(values)
        if bias is not None:
            bias.copy_(offsets)

    def block(self, part):
        width = part.conv.weight.shape[0]
        for tap in range(3):
            values, offsets = self.matrix(width, width)
            part.conv.weight[:, :, tap] = values
            if tap == 0:
                part.norm.bias.copy_(offsets)
        # As if there were no norm, until it is measured.
        part.norm.weight.fill_(1)
        part.norm.running_mean.zero_()
        part.norm.running_var.fill_(1 - part.norm.eps)


def read(reader, net):
    reader.into(net.letter.weight)
    # The corpus' row is folded into the letters: all start from the news' convention.
    net.source.weight.zero_()
    reader.into(net.hint.weight)
    for part in net.before:
        reader.block(part)
    if net.shape["state"]:
        reader.into(net.down.weight, net.down.bias)
        for side in ("", "_reverse"):
            for kind in ("ih", "hh"):
                reader.into(getattr(net.gru, f"weight_{kind}_l0{side}"), getattr(net.gru, f"bias_{kind}_l0{side}"))
        reader.into(net.up.weight, net.up.bias)
    for part in net.after:
        reader.block(part)
    reader.into(net.out.weight, net.out.bias)


def measure_norms(net, data):
    """Gives each norm the mean and variance of what it meets, and takes them out of its weights again."""
    sums = {part: [0.0, 0.0, 0] for part in net.modules() if isinstance(part, Block)}

    def record(part):
        def hook(_, __, out):
            sums[part][0] += out.sum((0, 2))
            sums[part][1] += (out**2).sum((0, 2))
            sums[part][2] += out.shape[0] * out.shape[2]

        return part.conv.register_forward_hook(hook)

    hooks = [record(part) for part in sums]
    random = np.random.default_rng(0)
    for _ in range(BATCHES):
        codes = torch.from_numpy(data["codes"][random.integers(len(data["codes"]), size=16)].astype(np.int64))
        net(codes, torch.full_like(codes, UNKNOWN), torch.full((16,), NEWS))
    for hook in hooks:
        hook.remove()
    for part, (total, squares, count) in sums.items():
        mean = total / count
        variance = squares / count - mean**2
        part.norm.running_mean.copy_(mean)
        part.norm.running_var.copy_(variance)
        part.norm.weight.copy_(torch.sqrt(variance + part.norm.eps))
        part.norm.bias.add_(mean)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--weights", type=pathlib.Path, required=True)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    reader = Reader(options.weights.read_bytes())
    data = np.load(options.data / "train.npz")
    data = dict(codes=data["codes"])
    for shape in reader.nets:
        name = next(n for n, s in SHAPES.items() if all(shape[key] == s[key] for key in s))
        net = Net(name).eval()
        with torch.no_grad():
            read(reader, net)
            measure_norms(net, data)
        optimizer = torch.optim.AdamW(net.parameters())
        state = dict(net=net.state_dict(), average=copy.deepcopy(net.state_dict()), optimizer=optimizer.state_dict())
        torch.save(dict(state, step=shape["steps"], options=dict(net=name)), options.out / f"{name}.pt")


if __name__ == "__main__":
    main()
