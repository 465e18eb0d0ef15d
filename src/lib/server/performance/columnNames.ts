import { CamelCasePlugin, PostgresQueryCompiler, SqliteQueryCompiler, type PluginTransformQueryArgs } from 'kysely';

/** Code says `publishedAt`, the database `published_at`. Names come from code alone, so these never grow. */
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const known = new Map<string, string>();

function inDatabase(name: string, quoted: (name: string) => string): string {
	const before = known.get(name);
	if (before !== undefined) return before;
	const made = quoted(snake(name));
	known.set(name, made);
	return made;
}

/** Names are written as the database has them while a query becomes text. */
export class SqliteNames extends SqliteQueryCompiler {
	protected override sanitizeIdentifier(name: string): string {
		return inDatabase(name, (name) => super.sanitizeIdentifier(name));
	}
}

export class PostgresNames extends PostgresQueryCompiler {
	protected override sanitizeIdentifier(name: string): string {
		return inDatabase(name, (name) => super.sanitizeIdentifier(name));
	}
}

/** The way back is Kysely's own: rows with the names that code uses. Its way there copies the tree of every query. */
export class RowNames extends CamelCasePlugin {
	constructor() {
		super({ maintainNestedObjectKeys: true });
	}

	override transformQuery({ node }: PluginTransformQueryArgs) {
		return node;
	}
}
