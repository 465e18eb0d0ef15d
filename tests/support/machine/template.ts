import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { newId } from '#lib/server/ids.ts';
import { ask, closeTowns, databaseUrl, openTowns } from './testApps.postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A migrated, empty database to be copied: a file, or with TEST_DATABASE_URL the name of a database there. */
		template: string;
	}
}

/** Once for the whole run, before any test file: migrating takes longer than copying what was migrated. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const url = process.env.TEST_DATABASE_URL;
	const { template, drop } = url ? await postgresTemplate(url) : await sqliteTemplate();
	project.provide('template', template);
	return drop;
}

async function sqliteTemplate() {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-template-'));
	const file = join(folder, 'template.sqlite');
	const connections = openDatabase({ kind: 'sqlite', file });
	await migrate(connections, 'migrations');
	await connections.close();
	return { template: file, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function postgresTemplate(url: string) {
	const name = `template_${newId().replaceAll('-', '')}`;
	await ask(url, `create database ${name}`);
	const connections = openDatabase({ kind: 'postgres', url: databaseUrl(url, name), pool: 1 });
	await migrate(connections, 'migrations');
	await connections.close();
	await openTowns(url, name);
	return { template: name, drop: () => closeTowns(url, name) };
}
