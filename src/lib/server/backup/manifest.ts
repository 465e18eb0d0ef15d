import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Keys } from '../secret.ts';
import { startSha256 } from '../../sha256.ts';

/** What a backup says of itself, in `backup.json`. Written last: a folder without it is no backup. */
export const MANIFEST = 'backup.json';

const File = z.strictObject({
	name: z.string().regex(/^[a-z0-9_.]+$/),
	bytes: z.number().int().nonnegative(),
	sha256: z.string().length(64)
});

export const Manifest = z.strictObject({
	format: z.literal(1),
	madeAt: z.iso.datetime(),
	kind: z.enum(['sqlite', 'postgres']),
	/** Migrations that had run, in their order: the schema it belongs to. */
	migrations: z.array(z.string()).min(1),
	/** Tells whether a secret is the one of this installation, and nothing else about it. */
	secret: z.string(),
	files: z.array(File).min(1),
	/** Rows by table, on PostgreSQL. */
	rows: z.record(z.string(), z.number().int().nonnegative()),
	/** Where numbering goes on, on PostgreSQL. */
	sequences: z.record(z.string(), z.number().int().nonnegative())
});
export type Manifest = z.output<typeof Manifest>;

/** A backup that cannot be made or put back, said in one sentence. */
export class BackupFailed extends Error {
	override readonly name = 'BackupFailed';
}

export const fingerprintOf = (keys: Keys) => keys.digest('recovery', 'fingerprint of the secret for backups', 12);

export async function describeFile(folder: string, name: string): Promise<Manifest['files'][number]> {
	const path = join(folder, name);
	const hash = startSha256();
	await pipeline(createReadStream(path), hash);
	return { name, bytes: statSync(path).size, sha256: hash.digest('hex') };
}

/** Reads a backup's manifest and tries every file. Throws `BackupFailed` for the first thing that is wrong. */
export async function readBackup(folder: string): Promise<Manifest> {
	let text: string;
	try {
		text = readFileSync(join(folder, MANIFEST), 'utf8');
	} catch {
		throw new BackupFailed(`The folder ${folder} is no backup, or one that was cut off: it has no ${MANIFEST}.`);
	}
	const manifest = parse(text, folder);
	const present = new Set(readdirSync(folder));
	for (const file of manifest.files) {
		if (!present.has(file.name)) throw new BackupFailed(`The backup lacks the file ${file.name}.`);
		const { bytes, sha256 } = await describeFile(folder, file.name);
		if (bytes === file.bytes && sha256 === file.sha256) continue;
		throw new BackupFailed(`The file ${file.name} of the backup was changed or is damaged: its digest is another.`);
	}
	return manifest;
}

function parse(text: string, folder: string): Manifest {
	try {
		return Manifest.parse(JSON.parse(text));
	} catch {
		throw new BackupFailed(
			`The file ${MANIFEST} in ${folder} is damaged, or belongs to a newer version of this program.`
		);
	}
}
