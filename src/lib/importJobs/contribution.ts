import type { Consultation } from '../consultations/consultation.ts';
import type { Row } from '../import/row.ts';
import { authorGroupNames } from '../people/groupNames.ts';
import { AuthorGroupChoice, type AuthorGroup } from '../people/person.ts';
import { KINDS, type Kind } from '../proposals/proposal.ts';
import type { ImportRow } from '../proposals/proposals.server.ts';
import { inGerman } from '../texts/current.ts';
import { fill, t } from '../texts/texts.ts';
import type { Choices, Meaning, Sample } from './importJob.ts';
import { excerpt } from '../texts/excerpt.ts';

type Fields = Consultation['fields'];

/** Where rows go, and what words of the file mean there. */
export interface Destination {
	consultationId: string;
	fields: Fields;
	choices: Choices;
	attribution: string;
}

const plain = (word: string) => word.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const same = (word: string, ...names: string[]) => names.some((name) => plain(name) === plain(word));

/** What a word of the file says by itself: it is called so here as well. Empty: nothing. */
export function meaningOf(of: Meaning, word: string, fields: Fields): string {
	if (of === 'kind') return KINDS.find((kind) => same(word, kind, t.proposals.kinds[kind])) ?? '';
	if (of === 'group') {
		return Object.entries(authorGroupNames()).find((names) => same(word, ...names))?.[0] ?? '';
	}
	return fields.find(({ slug, title }) => same(word, slug, title))?.slug ?? '';
}

function meant(of: Meaning, word: string | null, { choices, fields }: Destination): string {
	if (word === null) return '';
	return choices.meanings[of][word.slice(0, 200)] ?? meaningOf(of, word, fields);
}

function placed(row: Row, to: Destination): { kind: Kind; field: Fields[number] | undefined; group: AuthorGroup } {
	const { choices, fields } = to;
	const [kind, field] = [meant('kind', row.kind, to), meant('field', row.field, to) || choices.field];
	return {
		kind: KINDS.find((one) => one === kind) ?? choices.kind,
		field: fields.find(({ slug }) => slug === field) ?? fields.find(({ slug }) => slug === choices.field) ?? fields[0],
		group: AuthorGroupChoice.catch(choices.group).parse(meant('group', row.group, to))
	};
}

/** Says where it is from, and how its author is called there. */
function authorName({ author, source }: Row, to: Destination): string {
	const attribution = source ?? to.attribution;
	return inGerman(() =>
		author === null
			? fill(t.proposals.takenOverFrom, { attribution })
			: fill(t.importJobs.authorFrom, { author, attribution })
	);
}

export function contributionOf(row: Row, to: Destination, { id, origin }: { id: string; origin: string }): ImportRow {
	const { kind, field, group } = placed(row, to);
	return {
		...{ id, consultationId: to.consultationId, fieldId: field?.id ?? '', kind, authorGroup: group },
		...{ title: row.title, body: row.text, language: row.language ?? 'other', authorName: authorName(row, to) },
		...{ origin, originId: row.id, originUrl: row.url, originOn: row.date },
		...(row.original && { original: row.original })
	};
}

const SHOWN = 300;

/** As it will look. */
export function sampleOf(row: Row, to: Destination): Sample {
	const { kind, field, group } = placed(row, to);
	return {
		...{ line: row.line, id: row.id, title: row.title, excerpt: excerpt(row.text, SHOWN), kind, group },
		...{ language: row.language ?? 'other', field: field?.title ?? '', date: row.date, url: row.url },
		authorName: authorName(row, to)
	};
}
