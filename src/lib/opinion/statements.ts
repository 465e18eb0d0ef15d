import { cellAt, columnName, placeOf, records } from './records.ts';

export interface Statement {
	text: string;
	/** Moderated out, or about the conversation itself: taken as 0 in the mathematics and shown to nobody. */
	zeroed: boolean;
	/** How many agreed and disagreed, as the file counts them; null where it does not. */
	said: { agree: number; disagree: number } | null;
}

const YES = /^(true|t|yes|1)$/i;

/** comments.csv by id. Lines without an id are passed over. */
export function readStatements(bytes: Uint8Array): Map<string, Statement> {
	const statements = new Map<string, Statement>();
	const [first = [], ...lines] = records(bytes);
	const header = first.map(columnName);
	const id = placeOf(header, 'comment-id', 'tid', 'statement-id', 'id');
	const moderated = placeOf(header, 'moderated', 'mod');
	const meta = placeOf(header, 'is-meta', 'meta');
	const body = placeOf(header, 'comment-body', 'body', 'txt', 'text', 'comment');
	const [agrees, disagrees] = [placeOf(header, 'agrees', 'n-agree'), placeOf(header, 'disagrees', 'n-disagree')];
	for (const cells of lines) {
		const name = cellAt(cells, id);
		if (name === '') continue;
		const zeroed = Number(cellAt(cells, moderated) || 0) < 0 || YES.test(cellAt(cells, meta));
		const said = saidIn(cellAt(cells, agrees), cellAt(cells, disagrees));
		statements.set(name, { text: cellAt(cells, body), zeroed, said });
	}
	return statements;
}

/** Which columns comments.csv should have and has not, in sentences. */
export function lackingColumns(bytes: Uint8Array): string[] {
	const [first = []] = records(bytes);
	const header = first.map(columnName);
	const id = placeOf(header, 'comment-id', 'tid', 'statement-id', 'id');
	const moderated = placeOf(header, 'moderated', 'mod');
	return [
		...(id === null ? ['comments.csv has no column "comment-id": no statement has a text.'] : []),
		...(moderated === null ? ['comments.csv has no column "moderated": none counts as moderated out.'] : [])
	];
}

const COUNT = /^\d+$/;

function saidIn(agrees: string, disagrees: string): Statement['said'] {
	return COUNT.test(agrees) && COUNT.test(disagrees) ? { agree: Number(agrees), disagree: Number(disagrees) } : null;
}
