"""The two nets. Each gives 15 logits a character; their probabilities are averaged when shipped.

Both read the same input: the character's class, the mark that the author wrote on it (or UNKNOWN)
and, in training only, which corpus the text is from: conventions differ, and the shipped file folds
the news' row into the letters'.

Convolutions inside words, a BiGRU from word to word, convolutions again: case endings hang on the
words around, and there are five times fewer words than letters.
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from letters import ALPHABET, CLASSES, FIRST_LETTER, UNKNOWN

SOURCES = 4
SHAPES = {
    "narrow": dict(width=144, before=[1, 2, 4], state=128, after=[1, 2]),
    "wide": dict(width=136, before=[1, 2, 4], state=152, after=[1, 2]),
    # Tried beside them and left: at the same step its errors were a tenth more, and it runs slower.
    "letters": dict(width=160, before=[1, 2, 4, 8, 16, 32, 1, 2], state=0, after=[]),
}


class Block(nn.Module):
    """x + relu(norm(conv(x))); the norm is folded into the convolution when shipped."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.conv = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return x + self.dropout(F.relu(self.norm(self.conv(x))))


class Net(nn.Module):
    def __init__(self, name, dropout=0.1):
        super().__init__()
        self.shape = shape = SHAPES[name]
        width, state = shape["width"], shape["state"]
        self.letter = nn.Embedding(ALPHABET, width)
        self.hint = nn.Embedding(UNKNOWN + 1, width)
        self.source = nn.Embedding(SOURCES, width)
        for table in (self.letter, self.hint, self.source):
            nn.init.normal_(table.weight, std=0.3)
        self.before = nn.Sequential(*(Block(width, d, dropout) for d in shape["before"]))
        if state:
            self.down = nn.Linear(2 * width, state)
            self.gru = nn.GRU(state, state, batch_first=True, bidirectional=True)
            self.up = nn.Linear(2 * state, width)
            self.dropout = nn.Dropout(dropout)
        self.after = nn.Sequential(*(Block(width, d, dropout) for d in shape["after"]))
        self.out = nn.Linear(width, len(CLASSES))

    def forward(self, codes, hints, sources):
        x = self.letter(codes) + self.hint(hints) + self.source(sources)[:, None]
        x = self.before(x.transpose(1, 2))
        if self.shape["state"]:
            x = x + self.context(codes, x.transpose(1, 2)).transpose(1, 2)
        return self.out(self.after(x).transpose(1, 2))

    def context(self, codes, x):
        """What the words around say to each character, by way of its word's first and last letter."""
        letters = codes >= FIRST_LETTER
        none = torch.zeros_like(letters[:, :1])
        starts = letters & ~torch.cat([none, letters[:, :-1]], 1)
        ends = letters & ~torch.cat([letters[:, 1:], none], 1)
        # What follows a word belongs to it; what precedes the first word belongs to that.
        word = (starts.cumsum(1) - 1).clamp(min=0)
        lengths = starts.sum(1).clamp(min=1)
        batch, most = len(codes), int(lengths.max())
        first = torch.zeros(batch, most, dtype=torch.long)
        last = torch.zeros(batch, most, dtype=torch.long)
        row, column = starts.nonzero(as_tuple=True)
        first[row, word[row, column]] = column
        row, column = ends.nonzero(as_tuple=True)
        last[row, word[row, column]] = column
        rows = torch.arange(batch)[:, None]
        pair = torch.cat([x[rows, first], x[rows, last]], 2)
        down = self.dropout(F.relu(self.down(pair)))
        packed = pack_padded_sequence(down, lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=most)
        return self.up(self.dropout(states))[rows, word]
