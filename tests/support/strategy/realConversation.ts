import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PolisFiles } from '#lib/opinion/polis/polis.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'data', 'opinion');

/** The four conversations in tests/data/opinion: see the README there. */
export const REAL = {
	austria: 'austria-climate.5twd2jsnkf.2022-08-08',
	otherAustria: 'austria-climate.7z7ejpbmv5.2022-08-08',
	brexit: 'brexit-consensus',
	bowlingGreen: 'bg2050-volunteers'
} as const;

const NAMES = { comments: 'comments.csv', table: 'participants-votes.csv', votes: 'votes.csv' } as const;

/** The files of one, as they were published; those that are not asked for, or that there are not, are null. */
export function realFiles(folder: string, wanted: readonly (keyof PolisFiles)[] = ['comments', 'table']): PolisFiles {
	const read = (name: keyof PolisFiles) => {
		const file = join(FOLDER, folder, `${NAMES[name]}.gz`);
		return wanted.includes(name) && existsSync(file) ? gunzipSync(readFileSync(file)) : null;
	};
	return { comments: read('comments'), table: read('table'), votes: read('votes') };
}
