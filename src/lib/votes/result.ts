import type { PhaseKind } from '../consultations/consultation.ts';
import type { Group, Standing } from '../people/person.ts';

/** How one group voted on one wording in one phase. Exact: never show it without asking `disclosure.ts`. */
export interface Result {
	group: Group;
	standing: Standing;
	agree: number;
	pass: number;
	disagree: number;
	n: number;
	/** How many of them a helper wrote down. */
	recorded: number;
}

/** The votes on one wording in one phase. */
export interface RoundHead {
	wordingId: string;
	phaseId: string;
	phaseKind: PhaseKind;
}

export interface Round extends RoundHead {
	results: Result[];
}
