import { authorGroupNames, groupNames } from '../../../people/groupNames.ts';
import { t } from '../../../texts/texts.ts';

/**
 * What stands in columns of codes. Codes are for ever: files, restored editions and other people's programs rest on them.
 * What they are called stands in a column beside them and may be said better one day.
 */
export const CODES = {
	get phase() {
		return t.consultations.phases;
	},
	get kind() {
		return t.proposals.kinds;
	},
	get language() {
		return t.people.languages;
	},
	get group() {
		return groupNames();
	},
	get authorGroup() {
		return authorGroupNames();
	},
	get disposition() {
		return t.answers.dispositions;
	},
	get about() {
		return t.data.about;
	},
	get stance() {
		return t.comments.stances;
	},
	get versionKind() {
		return t.strategy.kinds;
	},
	get weighing() {
		return t.data.weighings;
	},
	get relation() {
		return t.strategy.relations;
	},
	get verdict() {
		return t.opinion.verdicts;
	},
	get cause() {
		return t.opinion.causes;
	},
	get standing() {
		return t.data.standing;
	},
	get omission() {
		return t.omissions.ways;
	},
	get dissent() {
		return t.data.dissents;
	},
	get boardChoice() {
		return t.data.boardChoices;
	},
	get choice() {
		return t.data.choices;
	},
	get line() {
		return t.data.lines;
	},
	get document() {
		return t.data.documents;
	},
	get addendum() {
		return t.corrections.kinds;
	},
	get thing() {
		return t.corrections.thingKinds;
	},
	get itemKind() {
		return t.calls.kinds;
	},
	get outcome() {
		return t.amendments.outcomes;
	},
	get cost() {
		return t.priorities.costs.classes;
	},
	get evaluation() {
		return t.evaluations.questions;
	},
	get evaluationAnswer() {
		return t.evaluations.answers;
	},
	get status() {
		return t.promises.statuses;
	},
	get event() {
		return t.data.events;
	},
	get deed() {
		return t.moderation.deeds;
	},
	get ground() {
		return t.moderation.groundLabels;
	},
	get screened() {
		return t.moderation.kinds;
	}
} satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

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
