import { parseArgs } from 'node:util';
import type { CitySize } from './city/city.ts';

/** What the command line asks for. */
export interface Asked {
	/** Numbers of figures, e.g. `1b`; empty: all. */
	only: readonly string[];
	json: string | null;
	strict: boolean;
	plans: boolean;
	/** A tenth of the sizes, and nothing that takes minutes. */
	quick: boolean;
	/** A PostgreSQL server to make databases on; null: SQLite files. */
	server: string | null;
	rounds: number;
	/** Seconds each side is under load in a round. */
	seconds: number;
	small: CitySize;
	big: CitySize;
}

const SMALL = { proposals: 1_000, comments: 20, points: 40, persons: 2_000, votes: 10_000 };
const MILLIONS = 10_000_000;

export function readAsked(args: string[], databaseUrl: string | undefined): Asked {
	const flag = { type: 'boolean', default: false } as const;
	const text = { type: 'string', default: '' } as const;
	const options = { quick: flag, strict: flag, plans: flag, only: text, json: text };
	const { values } = parseArgs({ args, options, strict: true });
	return {
		only: values.only.split(',').filter((one) => one !== ''),
		json: values.json || null,
		strict: values.strict,
		plans: values.plans,
		quick: values.quick,
		server: databaseUrl?.startsWith('postgres') ? databaseUrl : null,
		rounds: 7,
		seconds: values.quick ? 0.5 : 2,
		small: { ...SMALL, proposals: values.quick ? 100 : 1_000 },
		big: { ...SMALL, proposals: values.quick ? 100 : 1_000, votes: values.quick ? MILLIONS / 10 : MILLIONS }
	};
}
