import type { Consultation } from '../../consultations/consultation.ts';
import type { Spoken } from '../../people/details/language.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { CurrentPoint } from '../../strategy/points/currentPoints.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { found } from '../../verdict.ts';
import type { Mine } from '../ballots/ownVotes.server.ts';
import { seenOf } from '../positions/position.ts';
import type { Choice } from '../vote.ts';

export interface Question {
	number: number;
	wordingId: string;
	title: string;
	field: string;
	/** Markdown. */
	body: string;
	mine: Choice | null;
	/** Of an organisation: what the form has to send back. */
	seen: string;
	/** Some of the contributions behind it. */
	why: { number: number; title: string; language: Spoken }[];
	/** How many there are. */
	sources: number;
	note: string | null;
}

const SOME = 3;

/** A point as it is put to somebody who votes. */
export async function questionOn(
	ctx: Ctx,
	consultation: Consultation,
	{ number, wordingId, pointId }: CurrentPoint,
	mine: Mine | null
): Promise<Question> {
	const head = found(await strategy.latestHead(ctx, consultation.id), 'version');
	const point = found(await strategy.pointIn(ctx, head.id, pointId), 'point');
	const { title, field, body, editorialNote: note } = point;
	const readable = point.sources.filter((source) => source.published);
	const why = readable.slice(0, SOME).map(({ proposalNumber, title, language }) => {
		return { number: proposalNumber, title, language };
	});
	const own = {
		mine: mine?.choice ?? null,
		seen: mine?.since ? seenOf({ since: mine.since, choice: mine.choice }) : ''
	};
	return { number, wordingId, title, field, body, ...own, why, sources: readable.length, note };
}
