"""Looks at a picture of the window (BMP, 24 bit): look.py FILE [--form] [--underlined] [--scale N]

Any page has many colours; with --form, the list of projects stands at the left and the middle has dark letters on
white fields, one line drawn below them with --underlined, else none. Says what is wrong and fails, or says nothing.
"""
import struct
import sys


class Picture:
    def __init__(self, path):
        with open(path, 'rb') as file:
            self.data = file.read()
        self.start, = struct.unpack_from('<I', self.data, 10)
        self.width, self.height, _, bits = struct.unpack_from('<iiHH', self.data, 18)
        if self.data[:2] != b'BM' or bits != 24 or self.height <= 0:
            sys.exit(f'{path} is no BMP of 24 bits')
        self.stride = (3 * self.width + 3) // 4 * 4

    def pixels(self, left, top, right, bottom):
        """Those of an area given as parts of the whole, as (blue, green, red)."""
        for y in range(int(top * self.height), int(bottom * self.height)):
            row = self.start + (self.height - 1 - y) * self.stride
            for x in range(int(left * self.width), int(right * self.width)):
                yield self.data[row + 3 * x:row + 3 * x + 3]


def longest_dark_line(picture, left, top, right, bottom):
    """Pixels beside each other in the colour of letters, of which no letter has as many."""
    width = int(right * picture.width) - int(left * picture.width)
    longest = run = 0
    for number, pixel in enumerate(picture.pixels(left, top, right, bottom)):
        if number % width == 0:
            run = 0
        run = run + 1 if max(pixel) < 96 else 0
        longest = max(longest, run)
    return longest


def main():
    path = sys.argv[1]
    scale = int(sys.argv[sys.argv.index('--scale') + 1]) if '--scale' in sys.argv else 1
    picture = Picture(path)
    problems = []
    if (picture.width, picture.height) != (1280 * scale, 800 * scale):
        problems.append(f'it is {picture.width} × {picture.height}')
    colours = set(picture.pixels(0, 0, 1, 1))
    if len(colours) < 100:
        problems.append(f'it has only {len(colours)} colours: no smooth letters')
    if '--form' in sys.argv:
        for name, left, right in (('list', 0, 0.2), ('form', 0.25, 0.7)):
            area = list(picture.pixels(left, 0.1, right, 0.9))
            dark = sum(max(pixel) < 96 for pixel in area) / len(area)
            white = sum(min(pixel) > 250 for pixel in area) / len(area)
            if not 0.002 < dark < 0.2:
                problems.append(f'{dark:.2%} of the {name} is dark: where are its letters?')
            if white < 0.5:
                problems.append(f'{white:.1%} of the {name} is white: it is not there')
        line = longest_dark_line(picture, 0.25, 0.1, 0.7, 0.9)
        if (line > 60 * scale) != ('--underlined' in sys.argv):
            problems.append(f'the longest dark line in the form has {line} pixels')
    for problem in problems:
        print(f'desktop: {path}: {problem}', file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
