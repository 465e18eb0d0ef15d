/** What a column is for whoever reads or writes it, whichever database it lies in. */
export interface Column {
	family: 'text' | 'number';
	nullable: boolean;
	/** A row may be written without it. */
	optional: boolean;
}

/** Columns by `table.column`, as the database spells them. */
export type Schema = ReadonlyMap<string, Column>;

/** What the code says and the database does not, or the other way round: a sentence each. */
export function differences(declared: Schema, found: Schema): string[] {
	const told: string[] = [];
	for (const [name, { family, nullable, optional }] of declared) {
		const there = found.get(name);
		if (!there) told.push(`${name} is in tables.ts and not in the database`);
		else if (there.family !== family)
			told.push(`${name} is ${family} in tables.ts and ${there.family} in the database`);
		else if (there.nullable !== nullable)
			told.push(`${name} ${nullable ? 'may' : 'may not'} be null in tables.ts, the database says otherwise`);
		else if (optional && !there.optional) told.push(`${name} is Generated in tables.ts, and has no default`);
	}
	const more = [...found.keys()].filter((name) => !declared.has(name));
	return [...told, ...more.map((name) => `${name} is in the database and not in tables.ts`)].sort();
}
