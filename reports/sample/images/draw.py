"""Draws the pictures of this report: `python3 draw.py`, with ImageMagick's `convert` at hand. All of them are made up."""

import math
import random
import subprocess


def noise(seed):
    """Smooth noise in one dimension, from -1 to 1."""
    values = [random.Random(seed * 1000 + i).uniform(-1, 1) for i in range(512)]

    def at(x):
        i = math.floor(x)
        t = x - i
        t = t * t * (3 - 2 * t)
        return values[i % 512] * (1 - t) + values[(i + 1) % 512] * t

    return lambda x: at(x) + at(x * 2.1 + 7) / 2 + at(x * 4.3 + 3) / 4


def mix(a, b, t):
    t = min(max(t, 0), 1)
    return tuple(x + (y - x) * t for x, y in zip(a, b))


def park(width, height, seed, sky, sun):
    """A river between hills, as a photograph would have it: grain and all."""
    grain = random.Random(seed)
    ridges = [(noise(seed + n), 0.34 + 0.07 * n, 0.075 - 0.012 * n, 2.0 + n) for n in range(4)]
    tints = [(126, 146, 158), (98, 124, 120), (72, 104, 78), (52, 84, 48)]
    ripple = noise(seed + 9)
    rows = []
    tops = [[at + depth * shape(x / width * scale * 2) for x in range(width)] for shape, at, depth, scale in ridges]
    for y in range(height):
        v = y / height
        row = bytearray()
        for x in range(width):
            u = x / width
            colour = mix(sky[0], sky[1], v / 0.42)
            glow = math.exp(-((u - sun[0]) ** 2 + ((v - sun[1]) * 0.7) ** 2) * 60)
            colour = mix(colour, (255, 244, 214), glow)
            for top, tint in zip(tops, tints):
                if v > top[x]:
                    leaves = 14 * math.sin(x * 0.9 + y * 1.7) * math.sin(x * 0.31 - y * 0.57)
                    colour = tuple(c + leaves * (v - top[x] < 0.2) for c in mix(tint, mix(tint, (30, 44, 30), 0.5), (v - top[x]) * 4))
            bank = 0.66 + 0.03 * math.sin(u * 5 + seed)
            if v > bank:
                shine = ripple(u * 9 + v * 70) * 9 + 22 * math.exp(-((u - sun[0]) * 5) ** 2)
                colour = tuple(c + shine for c in mix((118, 142, 156), (58, 82, 98), (v - bank) / 0.34))
            path = 0.84 + 0.05 * u
            if v > path:
                colour = mix((176, 164, 142), (150, 136, 112), (v - path) * 5)
            row += bytes(int(min(max(c + grain.gauss(0, 3), 0), 255)) for c in colour)
        rows.append(bytes(row))
    return b"P6 %d %d 255\n" % (width, height) + b"".join(rows)


def save(picture, name, *options):
    subprocess.run(["convert", "ppm:-", "-strip", *options, name], input=picture, check=True)


def emblem(side):
    """A round emblem on nothing: a river between two banks."""
    rows = bytearray()
    for y in range(side):
        for x in range(side):
            u, v = (x + 0.5) / side * 2 - 1, (y + 0.5) / side * 2 - 1
            r = math.hypot(u, v)
            edge = min(max((0.97 - r) * side / 2, 0), 1)
            wave = v - 0.22 * math.sin(u * 3.4)
            colour = (27, 54, 93) if r > 0.86 else (255, 255, 255) if abs(wave) < 0.16 else (47, 110, 90) if wave < 0 else (60, 120, 170)
            rows += bytes(colour) + bytes([int(edge * 255)])
    return bytes(rows)


if __name__ == "__main__":
    save(park(1800, 1200, 3, ((120, 164, 210), (224, 226, 216)), (0.72, 0.28)), "river.jpg", "-quality", "72")
    save(park(1000, 750, 11, ((96, 140, 196), (216, 224, 226)), (0.3, 0.2)), "before.jpg", "-quality", "72")
    save(park(1000, 750, 17, ((150, 150, 180), (246, 210, 170)), (0.62, 0.33)), "after.webp", "-quality", "72")
    side = 480
    subprocess.run(
        ["convert", "-size", f"{side}x{side}", "-depth", "8", "rgba:-", "-strip", "emblem.png"], input=emblem(side), check=True
    )
