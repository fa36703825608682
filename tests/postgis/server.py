#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A PostgreSQL server with PostGIS for the tests: on a Unix socket alone, in a folder of its own, with passwords.

server.py start FOLDER   makes a cluster, starts it, writes FOLDER/server.json and FOLDER/services.conf
server.py stop FOLDER    stops it and removes its files

Status 77 (skipped) where PostgreSQL or PostGIS is not installed.
"""
import glob
import json
import os
import pathlib
import secrets
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
ROLES = {"owner": "everything", "reader": "only what is granted", "writer": "makes schemas", "nobody": "nothing"}


def programs():
    """The folder of the newest server that has PostGIS, or None."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    for path in reversed(found):
        version = path.split("/")[4]
        if os.path.exists(f"/usr/share/postgresql/{version}/extension/postgis.control"):
            return os.path.dirname(path)
    return None


def as_user():
    """PostgreSQL does not run as root: its own user, which comes with its package, does it then."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


def run(arguments, **options):
    result = subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, cwd="/", **options)
    if result.returncode != 0:
        sys.exit(f"{arguments[0]}: {result.stdout}")
    return result.stdout


def start(folder):
    binaries = programs()
    if binaries is None:
        print("PostgreSQL with PostGIS is not installed (postgresql-15-postgis-3): skipped")
        return SKIPPED
    try:
        import psycopg2  # noqa: F401 - for fill() and the tests
    except ImportError as missing:
        print(f"{missing}: skipped")
        return SKIPPED
    stop(folder)
    home = pathlib.Path(tempfile.mkdtemp(prefix="merestone-postgis-"))  # a socket's path must be short
    passwords = {role: secrets.token_hex(16) for role in ROLES}
    (home / "password").write_text(passwords["owner"])
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
        shutil.chown(home / "password", "postgres")
    run([f"{binaries}/initdb", "-D", home / "data", "-U", "owner", "-A", "scram-sha-256", "--pwfile", home / "password",
         "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], **as_user())
    with open(home / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
        settings.write(f"listen_addresses = ''\nunix_socket_directories = '{home}'\nunix_socket_permissions = 0777\n"
                       "fsync = off\nlog_statement = all\nlog_line_prefix = '%a %u: '\nmax_connections = 40\n")
    folder.mkdir(parents=True, exist_ok=True)
    record = {"home": str(home), "binaries": binaries, "log": str(home / "log"), "passwords": passwords}
    (folder / "server.json").write_text(json.dumps(record))
    os.chmod(home, 0o711)
    run([f"{binaries}/pg_ctl", "-D", home / "data", "-l", home / "log", "-w", "start"], **as_user())
    os.chmod(home / "log", 0o644)
    services = "".join(f"[{role}]\nhost={home}\nport=5432\ndbname=council\nuser={role}\npassword={password}\n\n"
                       for role, password in passwords.items())
    services += f"[wrong_password]\nhost={home}\nport=5432\ndbname=council\nuser=reader\npassword=n0t-the-one\n"
    services += f"\n[council_writer]\nhost={home}\nport=5432\ndbname=council\nuser=writer\npassword={passwords['writer']}\n"
    (folder / "services.conf").write_text(services)
    fill(home, passwords)
    return 0


def fill(home, passwords):
    """The database, its roles, and PostGIS."""
    import psycopg2

    def connect(database):
        connection = psycopg2.connect(host=str(home), user="owner", password=passwords["owner"], dbname=database)
        connection.autocommit = True
        return connection.cursor()

    cursor = connect("postgres")
    cursor.execute("CREATE DATABASE council")
    for role in ("reader", "writer", "nobody"):
        cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD %s", (passwords[role],))
    cursor.execute("GRANT CREATE ON DATABASE council TO writer")
    connect("council").execute("CREATE EXTENSION postgis")


def stop(folder):
    record = folder / "server.json"
    if not record.exists():
        return 0
    server = json.loads(record.read_text())
    home = pathlib.Path(server["home"])
    if (home / "data" / "postmaster.pid").exists():
        run([f"{server['binaries']}/pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop"], **as_user())
    shutil.rmtree(home, ignore_errors=True)
    record.unlink()
    return 0


if __name__ == "__main__":
    sys.exit({"start": start, "stop": stop}[sys.argv[1]](pathlib.Path(sys.argv[2]).absolute()))
