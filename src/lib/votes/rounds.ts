import type { ShownRound } from './disclosure.ts';

export interface OlderRound extends ShownRound {
	/** The first version with that text; null: the text is the current one, and the phase was another. */
	versionNumber: number | null;
}

export interface SortedRounds {
	/** The newest round on the text that stands now. */
	current: ShownRound | null;
	older: OlderRound[];
}

/** Rounds come newest first. Votes on an older wording stay where they were cast, and say so. */
export function sortRounds(
	rounds: readonly ShownRound[],
	wordings: readonly { wordingId: string; versionNumber: number }[],
	currentId: string | null
): SortedRounds {
	const current = rounds.find((round) => round.wordingId === currentId) ?? null;
	const versionOf = (round: ShownRound) =>
		round.wordingId === currentId
			? null
			: (wordings.find((wording) => wording.wordingId === round.wordingId)?.versionNumber ?? null);
	const older = rounds.filter((round) => round !== current);
	return { current, older: older.map((round) => ({ ...round, versionNumber: versionOf(round) })) };
}
