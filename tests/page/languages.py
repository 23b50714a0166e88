# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each sentence of a catalogue (a .mo) by its own reckoning, apart from the programs': the number of its address, its mark, its English."""
import struct
import sys

data = open(sys.argv[1], 'rb').read()
count, keys, words = struct.unpack_from('<III', data, 8)


def at(table, i):
    length, start = struct.unpack_from('<II', data, table + 8 * i)
    return data[start:start + length]


def hashed(value, text):
    for byte in text:
        value = (value ^ byte) * 0x100000001b3 % 2 ** 64
    return value


for i in range(count):
    one, _, many = at(keys, i).partition(b'\0')
    if one:
        number = hashed(0xcbf29ce484222325, one)
        mark = hashed(number, b'\0' + many + b'\0' + at(words, i).replace(b'\0', b'\n'))
        print('%016x %016x %s' % (number, mark, one.replace(b'\4', b'|').decode()))
