import {
	PostgresQueryCompiler,
	SqliteQueryCompiler,
	type KyselyPlugin,
	type PluginTransformQueryArgs,
	type PluginTransformResultArgs,
	type QueryResult,
	type UnknownRow
} from 'kysely';

/** Code says `publishedAt`, the database `published_at`. Names come from code alone, so these never grow. */
const inDatabase = new Map<string, string>();
const inCode = new Map<string, string>();

function remembered(known: Map<string, string>, name: string, make: (name: string) => string): string {
	const before = known.get(name);
	if (before !== undefined) return before;
	const made = make(name);
	known.set(name, made);
	return made;
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Kysely's CamelCasePlugin copies the whole tree of every query to rename what is in it, which took a tenth of the
 * time of a request. Here a name is written as the database has it when the query becomes text.
 */
export class SqliteNames extends SqliteQueryCompiler {
	protected override sanitizeIdentifier(name: string): string {
		return remembered(inDatabase, name, (name) => super.sanitizeIdentifier(snake(name)));
	}
}

export class PostgresNames extends PostgresQueryCompiler {
	protected override sanitizeIdentifier(name: string): string {
		return remembered(inDatabase, name, (name) => super.sanitizeIdentifier(snake(name)));
	}
}

/** The way back: rows with the names that code uses. */
export class NamesOfRows implements KyselyPlugin {
	transformQuery({ node }: PluginTransformQueryArgs) {
		return node;
	}

	async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
		const [first] = result.rows;
		if (first === undefined) return result;
		const names = Object.keys(first);
		const renamed = names.map((name) => remembered(inCode, name, camel));
		if (names.every((name, n) => name === renamed[n])) return result;
		return { ...result, rows: result.rows.map((row) => rename(row, names, renamed)) };
	}
}

function rename(row: UnknownRow, names: readonly string[], renamed: readonly string[]): UnknownRow {
	const made: UnknownRow = {};
	for (const [n, name] of names.entries()) made[renamed[n] ?? name] = row[name];
	return made;
}
