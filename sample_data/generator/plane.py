# SPDX-License-Identifier: MIT
"""Plane geometry on tuples: points are (x, y) in metres, polylines are lists of points, rings are lists of points
without the closing one. Nothing here knows OGR except the last part, which converts."""

import math

from osgeo import ogr


def add(a, b):
    return (a[0] + b[0], a[1] + b[1])


def subtract(a, b):
    return (a[0] - b[0], a[1] - b[1])


def scale(a, factor):
    return (a[0] * factor, a[1] * factor)


def distance(a, b):
    return math.hypot(a[0] - b[0], a[1] - b[1])


def mix(a, b, t):
    """The point at share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def unit(a):
    length = math.hypot(a[0], a[1])
    return (a[0] / length, a[1] / length) if length > 0 else (0.0, 0.0)


def left_normal(a, b):
    """Unit vector to the left of the direction a -> b."""
    direction = unit(subtract(b, a))
    return (-direction[1], direction[0])


def rounded(point):
    """To the centimetre, so that shared corners are equal bytes in every layer."""
    return (round(point[0], 2), round(point[1], 2))


def length(line):
    return sum(distance(a, b) for a, b in zip(line, line[1:]))


def at(line, share):
    """The point at a share (0..1) of the length of a polyline."""
    wanted = share * length(line)
    for a, b in zip(line, line[1:]):
        step = distance(a, b)
        if step > 0 and wanted <= step:
            return mix(a, b, wanted / step)
        wanted -= step
    return line[-1]


def between(line, start, end):
    """The piece of a polyline between two shares of its length, with exact ends."""
    total = length(line)
    low, high = start * total, end * total
    piece = [at(line, start)]
    along = 0.0
    for a, b in zip(line, line[1:]):
        along += distance(a, b)
        if low + 0.6 < along < high - 0.6:
            piece.append(b)
    piece.append(at(line, end))
    return piece


def smooth(controls, step=12.0):
    """A Catmull-Rom curve through the control points, with a vertex about every `step` metres."""
    first = subtract(scale(controls[0], 2), controls[1])
    last = subtract(scale(controls[-1], 2), controls[-2])
    points = [first] + list(controls) + [last]
    curve = []
    for p0, p1, p2, p3 in zip(points, points[1:], points[2:], points[3:]):
        count = max(1, int(distance(p1, p2) / step))
        for i in range(count):
            t = i / count
            curve.append(tuple(
                0.5 * (2 * p1[k] + (p2[k] - p0[k]) * t
                       + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t
                       + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3)
                for k in (0, 1)))
    curve.append(tuple(controls[-1]))
    return curve


def offset(line, by):
    """The polyline moved `by` metres to its left, vertex by vertex (for gently bending lines)."""
    moved = []
    for i, point in enumerate(line):
        before = line[max(i - 1, 0)]
        after = line[min(i + 1, len(line) - 1)]
        moved.append(add(point, scale(left_normal(before, after), by)))
    return moved


def crossing(a, b, c, d):
    """Where the infinite lines a-b and c-d meet, or nothing when they are nearly parallel."""
    r, s = subtract(b, a), subtract(d, c)
    cross = r[0] * s[1] - r[1] * s[0]
    if abs(cross) < 1e-9:
        return None
    t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross
    return add(a, scale(r, t))


def ring_area(ring):
    """Signed area, positive anticlockwise."""
    total = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1]):
        total += a[0] * b[1] - b[0] * a[1]
    return total / 2.0


def centre(ring):
    """Area centroid of a ring."""
    area, x, y = 0.0, 0.0, 0.0
    origin = ring[0]
    for a, b in zip(ring, ring[1:] + ring[:1]):
        ax, ay, bx, by = a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return (origin[0] + x / (3 * area), origin[1] + y / (3 * area))


def inside(point, ring):
    """Whether a point lies inside a ring (even-odd)."""
    result = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > point[1]) != (b[1] > point[1]):
            if point[0] < a[0] + (point[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
                result = not result
    return result


def tidy(ring):
    """Rounded to the centimetre, without repeated vertices, anticlockwise."""
    points = []
    for point in map(rounded, ring):
        if not points or point != points[-1]:
            points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points if ring_area(points) > 0 else points[::-1]


# OGR shapes


def polygon(ring, *holes):
    """An OGR polygon from rings as they stand (not tidied)."""
    shape = ogr.Geometry(ogr.wkbPolygon)
    for part in (ring,) + holes:
        linear = ogr.Geometry(ogr.wkbLinearRing)
        for point in part:
            linear.AddPoint_2D(*point)
        linear.CloseRings()
        shape.AddGeometry(linear)
    return shape


def multi(shapes):
    """One OGR multipolygon of polygons."""
    collection = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        collection.AddGeometry(shape)
    return collection


def union(shapes):
    """The dissolved shape of polygons, a polygon where it is in one piece."""
    return multi(shapes).UnionCascaded()


def outer_ring(shape):
    """The outer ring of a polygon as points, without the closing one."""
    return [point[:2] for point in shape.GetGeometryRef(0).GetPoints()][:-1]


def point_shape(point):
    shape = ogr.Geometry(ogr.wkbPoint)
    shape.AddPoint_2D(*point)
    return shape


def line_shape(points):
    shape = ogr.Geometry(ogr.wkbLineString)
    for point in points:
        shape.AddPoint_2D(*point)
    return shape
