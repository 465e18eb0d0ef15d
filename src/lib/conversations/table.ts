import { csv } from '../csv.ts';
import type { Counted, Landscape } from '../opinion/landscape/landscape.ts';
import { fill, t } from '../texts/texts.ts';
import type { Statement } from './conversation.ts';

const words = () => t.conversations.table;
const languages = (): Readonly<Record<string, string>> => t.people.languages;

type Cell = string | number | null;

/**
 * What was said, as a table: of each statement a row for everybody, and one for each group of opinion. Codes are for
 * programs, the column beside them says them in words. Counts are empty where nothing was counted yet.
 */
export function statementTable(
	statements: readonly Statement[],
	{ language, landscape }: { language: string; landscape: Landscape | null }
): string {
	const points = new Map((landscape?.points ?? []).map(({ point, counted }) => [point, counted]));
	const groups = (landscape?.groups ?? []).map(({ number }) => number);
	const rows = statements.flatMap(({ number, body }): Cell[][] => {
		const head = [number, body, language, languages()[language] ?? language];
		const counted = points.get(number);
		return [
			[...head, 'alle', words().everybody, ...cellsOf(counted?.all)],
			...groups.map((group, place) => [
				...head,
				`meinungsgruppe-${group}`,
				fill(t.opinion.groups.name, { number: group }),
				...cellsOf(counted?.groups[place])
			])
		];
	});
	return csv(words().columns, rows);
}

/** How many answered, and how. */
function cellsOf(counted: Counted | undefined): Cell[] {
	if (!counted) return [null, null, null, null];
	const { agree, pass, disagree } = counted;
	return [agree + pass + disagree, agree, pass, disagree];
}
