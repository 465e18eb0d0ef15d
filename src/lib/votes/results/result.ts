import type { Group, ParticipantType } from '../../people/person.ts';

/** How one group voted on one wording in one phase. Exact: never show it without asking `publishedResult.ts`. */
export interface Result {
	group: Group;
	standing: ParticipantType;
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
	/** How data calls the phase, and how people do. */
	phaseSlug: string;
	phaseTitle: string;
}

export interface Round extends RoundHead {
	results: Result[];
}
