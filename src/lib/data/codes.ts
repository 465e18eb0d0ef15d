import { t } from '../texts/texts.ts';

/**
 * What stands in columns of codes. Codes are for ever: files, restored editions and other people's programs rest on them.
 * What they are called in German stands in a column beside them and may be said better one day.
 */
export const CODES = {
	phase: t.consultations.phases,
	kind: t.proposals.kinds,
	language: t.people.languages,
	group: t.people.groups,
	authorGroup: t.people.authorGroups,
	disposition: t.answers.dispositions,
	about: t.data.about,
	stance: t.comments.stances,
	versionKind: t.strategy.kinds,
	relation: t.strategy.relations,
	verdict: t.opinion.verdicts,
	cause: t.opinion.causes,
	standing: t.data.standing,
	choice: t.data.choices,
	line: t.data.lines,
	document: t.data.documents,
	itemKind: t.calls.kinds,
	outcome: t.amendments.outcomes,
	status: t.promises.statuses,
	event: t.data.events,
	deed: t.moderation.deeds,
	ground: t.moderation.groundLabels,
	screened: t.moderation.kinds
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type CodeName = keyof typeof CODES;
export const CODE_NAMES: readonly CodeName[] = namesOf(CODES);

function namesOf<K extends string>(codes: Readonly<Record<K, unknown>>): K[] {
	const names: K[] = [];
	for (const name in codes) names.push(name);
	return names;
}

/** What a code is called; null: it is none of these. */
export function labelFor(codes: CodeName, code: string): string | null {
	const labels: Readonly<Record<string, string>> = CODES[codes];
	return Object.hasOwn(labels, code) ? (labels[code] ?? null) : null;
}

type Plain = 'integer' | 'string' | 'date' | 'uri' | 'boolean' | `code:${CodeName}`;
/** How a column is declared. A question mark: may be empty. */
export type Declared = Readonly<Record<string, Plain | `${Plain}?`>>;
