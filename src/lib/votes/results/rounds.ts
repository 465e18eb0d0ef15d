import type { RoundHead } from './result.ts';

export type OlderRound<R extends RoundHead> = R & {
	/** The first version with that text; null: the text is the current one, and the phase was another. */
	versionNumber: number | null;
};

export interface SortedRounds<R extends RoundHead> {
	/** The newest round on the text that stands now. */
	current: R | null;
	older: OlderRound<R>[];
}

/** Rounds come newest first. Votes on an older wording stay where they were cast, and say so. */
export function sortRounds<R extends RoundHead>(
	rounds: readonly R[],
	wordings: readonly { wordingId: string; versionNumber: number }[],
	currentId: string | null
): SortedRounds<R> {
	const current = rounds.find((round) => round.wordingId === currentId) ?? null;
	const versionOf = (round: R) =>
		round.wordingId === currentId
			? null
			: (wordings.find((wording) => wording.wordingId === round.wordingId)?.versionNumber ?? null);
	const older = rounds.filter((round) => round !== current);
	return { current, older: older.map((round) => ({ ...round, versionNumber: versionOf(round) })) };
}
