import { DECLARED_GROUPS, type Group, type Standing } from '../people/person.ts';
import { summary, type Result, type Round, type Summary } from './result.ts';
import { CHOICES, type Choice } from './vote.ts';

/**
 * What may be shown of a result. Every page, table and report goes through here, and nowhere is a sum over groups or
 * over persons and organisations published: with it, what is held back could be computed.
 */
export const SHOWN_LEAST = 5;
/** Below this, near-unanimity would say how each single member voted. */
const CANDID_LEAST = 10;
const NEARLY_ALL = 0.8;

export type ShownRow = { group: Group; standing: Standing } & (
	| { state: 'none' }
	| { state: 'few' }
	/** Four fifths or more answered so; the exact numbers are held back. */
	| { state: 'nearlyAll'; choice: Choice; n: number }
	| { state: 'exact'; agree: number; pass: number; disagree: number; n: number }
);

export interface ShownRound {
	wordingId: string;
	phaseId: string;
	phaseKind: Round['phaseKind'];
	/** The declared groups always, "no group" when somebody without one has voted. */
	persons: ShownRow[];
	/** Only groups in which an organisation has voted. */
	organisations: ShownRow[];
	summary: Summary;
}

export function shown(round: Round): ShownRound {
	const { results, ...head } = round;
	const voted = (standing: Standing) => results.filter((one) => one.standing === standing && one.n > 0);
	const persons = voted('person');
	const declared = DECLARED_GROUPS.map((group) => persons.find((one) => one.group === group) ?? empty(group));
	const others = persons.filter((one) => one.group === 'none');
	return {
		...head,
		persons: [...declared, ...others].map(shownRow),
		organisations: voted('organisation').map(shownRow),
		summary: summary(results)
	};
}

function empty(group: Group): Result {
	return { group, standing: 'person', agree: 0, pass: 0, disagree: 0, n: 0 };
}

/**
 * "Nearly all" stands for unanimity and for one short of it alike: if only unanimity were held back, holding back
 * would give it away.
 */
export function shownRow(result: Result): ShownRow {
	const { group, standing, agree, pass, disagree, n } = result;
	const who = { group, standing };
	if (n === 0) return { ...who, state: 'none' };
	if (n < SHOWN_LEAST) return { ...who, state: 'few' };
	const choice = CHOICES.find((one) => result[one] / n >= NEARLY_ALL);
	if (choice && n < CANDID_LEAST) return { ...who, state: 'nearlyAll', choice, n };
	return { ...who, state: 'exact', agree, pass, disagree, n };
}
