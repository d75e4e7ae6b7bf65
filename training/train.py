"""Trains one net: python3 train.py --data PREPARED --out FOLDER --net narrow|wide --steps N

Goes on from FOLDER/NET.pt where that exists, so that training may run in pieces anywhere. The rate
is constant and falls only over the last `--decay` share of the way; NET-stable.pt is kept from before
the fall: to go on later, start from a copy of that. `--minutes N` instead of `--steps` makes this piece
end by the clock, for a machine whose cores are shared: the way is then these minutes, or, with
`--begun 0.5`, its second half.
"""

import argparse
import copy
import math
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F

from letters import CLASSES, FIRST_LETTER, IGNORE, SHADDA_CLASS, UNKNOWN, EDGE, _CODE, tokenize
from model import SHAPES, Net

NEWS = 2
# The share of each source in a batch at the start and at the end: modern text is scarce, so it
# comes late and often.
MIX = np.array([[0.72, 0.14, 0.09, 0.05], [0.42, 0.18, 0.31, 0.09]])


def hinted(labels, codes, random):
    """Some labels shown to the net as if the author had written them."""
    hints = np.full_like(labels, UNKNOWN)
    letters = codes >= FIRST_LETTER
    word = np.cumsum(letters & ~np.roll(letters, 1, axis=1), axis=1)
    last = letters & ~np.roll(letters, -1, axis=1)
    for row in range(len(labels)):
        kind = random.random()
        if kind < 0.60:
            continue
        known = labels[row] != IGNORE
        if kind < 0.68:  # the one mark that tells a word from another: a damma, a shadda, a kasra
            show = (random.random(len(known)) < 0.08) & np.isin(labels[row], [5, 6, *range(8, len(CLASSES))])
        elif kind < 0.80:  # whole words
            show = (random.random(word[row].max() + 1) < random.choice([0.2, 0.5]))[word[row]]
        elif kind < 0.88:  # words but for their endings, as a lexicon knows them
            show = (random.random(word[row].max() + 1) < 0.4)[word[row]] & ~last[row]
        elif kind < 0.95:  # a mark here and there, where it is needed; no mark is no hint
            show = (random.random(len(known)) < 0.25) & (labels[row] != 0)
        else:  # tanwin and shadda only, as newspapers print them
            show = np.isin(labels[row], [1, 2, 3, 8, 9, 10, 11]) & (random.random(len(known)) < 0.7)
        show &= known
        hints[row, show] = labels[row, show]
        if random.random() < 0.5:  # newspapers write the shadda and leave out its vowel
            hints[row, show & (labels[row] > SHADDA_CLASS)] = SHADDA_CLASS
    return hints


def batches(data, options, step, way):
    """Batches from `step` on, until `way()` (the share of the way that is done) reaches 1."""
    by_source = [np.flatnonzero(data["sources"] == s) for s in range(4)]
    chance = []
    for rows in by_source:
        weight = data["weights"][rows]
        chance.append(np.cumsum(weight / weight.sum()))
    while (done := way(step)) < 1:
        # By the step and not by what came before: a piece that goes on draws what one run would.
        random = np.random.default_rng([options.seed, step])
        mix = MIX[0] * (1 - done) + MIX[1] * done
        sources = random.choice(4, options.batch, p=mix / mix.sum())
        rows = [by_source[s][np.searchsorted(chance[s], random.random() * 0.999999)] for s in sources]
        codes, labels = data["codes"][rows].copy(), data["labels"][rows]
        hints = hinted(labels, codes, random)
        # What is shown is not asked for; the vowel of a lone shadda is.
        targets = np.where(np.isin(hints, [UNKNOWN, SHADDA_CLASS]), labels, IGNORE).astype(np.int64)
        # Writers drop the hamza of an alif, and dots of a final ya: both are read all the same.
        for row in np.flatnonzero(random.random(options.batch) < 0.1):
            hamza = np.isin(codes[row], [_CODE[c] for c in "أإ"]) & (random.random(codes.shape[1]) < 0.5)
            codes[row, hamza] = _CODE["ا"]
        to = lambda array: torch.from_numpy(array.astype(np.int64))
        yield step, done, to(codes), to(hints), to(sources), to(targets)
        step += 1


def score(net, lines):
    """DER with and without the last letter of a word, in percent, letters without gold marks counted."""
    wrong = letters = wrong_inner = inner = 0
    with torch.no_grad():
        for codes, labels in lines:
            x = torch.from_numpy(codes.astype(np.int64))[None]
            logits = net(x, torch.full_like(x, UNKNOWN), torch.tensor([NEWS]))
            guess = logits[0].argmax(1).numpy()
            letter = codes >= FIRST_LETTER
            last = letter & ~np.r_[letter[1:], False]
            miss = guess != labels
            wrong += (miss & letter).sum()
            letters += letter.sum()
            wrong_inner += (miss & letter & ~last).sum()
            inner += (letter & ~last).sum()
    return 100 * wrong / letters, 100 * wrong_inner / inner


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--net", choices=list(SHAPES), required=True)
    length = arguments.add_mutually_exclusive_group(required=True)
    length.add_argument("--steps", type=int)
    length.add_argument("--minutes", type=float)
    arguments.add_argument("--begun", type=float, default=0.0, help="share of the way that lies behind")
    arguments.add_argument("--batch", type=int, default=16)
    arguments.add_argument("--rate", type=float, default=2e-3)
    arguments.add_argument("--decay", type=float, default=0.35)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)

    data = dict(np.load(options.data / "train.npz"))
    dev = [tokenize("\n" + line + "\n") for line in (options.data / "dev.txt").read_text("utf-8").splitlines()]
    net = Net(options.net)
    average = copy.deepcopy(net).eval()
    optimizer = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=0.01)
    step, file, stable = 0, options.out / f"{options.net}.pt", options.out / f"{options.net}-stable.pt"
    if file.exists():
        state = torch.load(file)
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    print(f"{options.net}: {sum(p.numel() for p in net.parameters())} parameters, from step {step}", flush=True)

    def save(path, step):
        state = dict(net=net.state_dict(), average=average.state_dict(), optimizer=optimizer.state_dict())
        torch.save(dict(state, step=step, options={name: str(value) for name, value in vars(options).items()}), str(path) + ".new")
        pathlib.Path(str(path) + ".new").replace(path)

    began, loss_sum, loss_count, fallen, first = time.time(), 0.0, 0, False, step
    fall = 1 - options.decay
    # An optimizer without a memory starts slowly, also on a net that has learned (restore.py).
    cold = 0 if optimizer.state else first

    def way(step):
        piece = step / options.steps if options.steps else (time.time() - began) / 60 / options.minutes
        return options.begun + (1 - options.begun) * piece

    def report(step):
        der, inner = score(average, dev)
        print(
            f"step {step} loss {loss_sum / max(1, loss_count):.4f} dev DER {der:.2f} inner {inner:.2f} "
            f"rate {rate:.5f} {time.time() - began:.0f}s",
            flush=True,
        )
        save(file, step)

    for step, done, codes, hints, sources, targets in batches(data, options, step, way):
        if done >= fall and not fallen:
            fallen = True
            if first < step:
                save(stable, step)
        part = max(0.0, (done - fall) / options.decay)
        rate = options.rate * min(1, (step + 1 - cold) / 200) * (0.5 + 0.5 * math.cos(math.pi * part) + 0.005)
        for group in optimizer.param_groups:
            group["lr"] = rate
        net.train()
        logits = net(codes, hints, sources)
        loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=IGNORE)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        loss_sum, loss_count = loss_sum + loss.item(), loss_count + 1
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for old, new in zip(average.state_dict().values(), net.state_dict().values()):
                if old.dtype.is_floating_point:
                    old.lerp_(new, 1 - keep)
                else:
                    old.copy_(new)
        if (step + 1) % 250 == 0:
            report(step + 1)
            loss_sum, loss_count = 0.0, 0
    report(step + 1)


if __name__ == "__main__":
    main()
