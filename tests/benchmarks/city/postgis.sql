-- SPDX-License-Identifier: MIT
-- The ten checks of plan.yaml in PostGIS, on the tables that ogr2ogr makes of city.gpkg in the schema city. Each prints
-- its number, how many it flags, the sum of their ids, and the sum of what it measures. `postgis` runs it.
\set ON_ERROR_STOP on
\pset format unaligned
\pset tuples_only on
\pset fieldsep ' '
SET search_path = city, public;
SET max_parallel_workers_per_gather = 2;
SET jit = off;
SET client_min_messages = warning; -- not a line for each shape that is not valid
SET work_mem = '256MB';

-- 1: validity. What is valid is kept, with what the others ask for again and again.
CREATE TEMPORARY TABLE valid AS
    SELECT pid, use_class, dwellings, hmo, storeys, geom, ST_Area(geom) AS area, ST_Centroid(geom) AS centre
    FROM parcels WHERE ST_IsValid(geom);
SELECT '1', count(*), coalesce(sum(pid), 0), 0 FROM parcels WHERE NOT ST_IsValid(geom);
CREATE INDEX ON valid USING gist (geom);
CREATE INDEX ON valid USING gist (centre);
ANALYZE valid;

-- 2: sites within the plan boundary
SELECT '2', count(*) FILTER (WHERE NOT ST_Within(s.geom, b.geom)), coalesce(sum(s.id) FILTER (WHERE NOT ST_Within(s.geom, b.geom)), 0),
       sum(ST_Area(ST_Difference(s.geom, b.geom)))
FROM sites s, boundary b;

-- 3: overlaps of more than 1 m2
WITH pairs AS (SELECT a.pid AS a, b.pid AS b, ST_Area(ST_Intersection(a.geom, b.geom)) AS area
               FROM valid a JOIN valid b ON a.pid < b.pid AND a.geom && b.geom AND ST_Intersects(a.geom, b.geom))
SELECT '3', count(*), sum(a + b), sum(area) FROM pairs WHERE area > 1;

-- 4, 4d: a park of at least 2000 m2 within 400 m, and how far the nearest one is
CREATE TEMPORARY TABLE large AS SELECT geom FROM parks WHERE ST_Area(geom) >= 2000;
CREATE INDEX ON large USING gist (geom);
ANALYZE large;
SELECT '4', count(*), sum(pid), 0 FROM valid v
WHERE NOT EXISTS (SELECT FROM large l WHERE ST_DWithin(l.geom, v.geom, 400));
SELECT '4d', count(*) FILTER (WHERE d > 400), sum(pid) FILTER (WHERE d > 400), sum(d)
FROM valid v CROSS JOIN LATERAL (SELECT v.geom <-> l.geom AS d FROM large l ORDER BY v.geom <-> l.geom LIMIT 1) n;

-- 5: share of houses in multiple occupation among the homes within 100 m
WITH shares AS (
    SELECT p.pid, count(*) AS total, sum(q.hmo) AS houses
    FROM valid p JOIN valid q ON ST_DWithin(p.centre, q.centre, 100)
    WHERE p.use_class IN ('C3', 'C4', 'SGH') AND q.use_class IN ('C3', 'C4', 'SGH')
    GROUP BY p.pid)
SELECT '5', count(*), sum(pid), sum(houses::float / total) FROM shares WHERE 10 * houses > total;

-- 6: takeaways within 400 m of a school
SELECT '6', count(*), sum(id), 0 FROM takeaways t
WHERE EXISTS (SELECT FROM assets a WHERE a.kind = 'school' AND ST_DWithin(a.geom, t.geom, 400));

-- 7: share in flood zone 3, which is cut into pieces
CREATE TEMPORARY TABLE zone AS SELECT ST_Subdivide(geom, 64) AS geom FROM flood WHERE zone = 3;
CREATE INDEX ON zone USING gist (geom);
ANALYZE zone;
WITH wet AS (SELECT v.pid, v.area, sum(ST_Area(ST_Intersection(v.geom, z.geom))) AS flooded
             FROM valid v JOIN zone z ON ST_Intersects(v.geom, z.geom) GROUP BY v.pid, v.area)
SELECT '7', count(*) FILTER (WHERE flooded > 0.1 * area), sum(pid) FILTER (WHERE flooded > 0.1 * area), sum(flooded) FROM wet;

-- 8: tall buildings in conservation areas
SELECT '8', count(*), sum(pid), 0 FROM valid v
WHERE storeys > 3 AND EXISTS (SELECT FROM conservation c WHERE ST_Intersects(c.geom, v.geom));

-- 9: open space for each thousand people
WITH people AS (SELECT n.id, 2.4 * sum(v.dwellings) AS pop FROM neighbourhoods n
                JOIN valid v ON ST_Intersects(n.geom, v.centre) GROUP BY n.id),
     green AS (SELECT n.id, sum(ST_Area(ST_Intersection(p.geom, n.geom))) / 10000 AS ha
               FROM neighbourhoods n JOIN parks p ON ST_Intersects(p.geom, n.geom) GROUP BY n.id),
     rates AS (SELECT id, coalesce(ha, 0) / pop * 1000 AS rate FROM people LEFT JOIN green USING (id) WHERE pop > 0)
SELECT '9', count(*) FILTER (WHERE rate < 2.4), sum(id) FILTER (WHERE rate < 2.4), sum(rate) FROM rates;

-- 10: density of sites, and what they take of parks and Local Green Spaces
WITH taken AS (
    SELECT s.id, s.dwellings / (ST_Area(s.geom) / 10000) AS density, dph_min, dph_max,
           coalesce((SELECT sum(ST_Area(ST_Intersection(s.geom, p.geom))) FROM parks p WHERE ST_Intersects(s.geom, p.geom)), 0)
         + coalesce((SELECT sum(ST_Area(ST_Intersection(s.geom, l.geom))) FROM lgs l WHERE ST_Intersects(s.geom, l.geom)), 0) AS ov
    FROM sites s)
SELECT '10', count(*) FILTER (WHERE density NOT BETWEEN dph_min AND dph_max OR ov > 1),
       sum(id) FILTER (WHERE density NOT BETWEEN dph_min AND dph_max OR ov > 1), sum(ov) FROM taken;
