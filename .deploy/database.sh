#!/bin/sh
# A role and a database of its own: no superuser, but allowed to let the log go when ballots are sealed.
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
	-v password="$TEILHABE_DB_PASSWORD" <<'SQL'
create role teilhabe login password :'password';
create database teilhabe owner teilhabe;
grant pg_checkpoint to teilhabe;
\connect teilhabe
create extension if not exists pg_trgm;
grant execute on function pg_switch_wal() to teilhabe;
SQL
