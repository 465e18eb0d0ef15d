import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { excerpt } from '../texts/excerpt.ts';
import { obey } from '../verdict.ts';
import { mayModerate } from './screening.ts';

const SHOWN = 50;
const EXCERPT = 160;

/** What was sent for evaluation only, newest first; `next` is the number to go on from. */
export async function forEvaluation(ctx: Ctx, before: number | null) {
	obey(mayModerate(ctx.person));
	const found = await proposals.forEvaluation(ctx, before, SHOWN + 1);
	const items = found
		.slice(0, SHOWN)
		.map(({ id, number, title, language, body, submittedAt, createdAt, authorGroup, field }) => ({
			...{
				id,
				number,
				title,
				language,
				field,
				authorGroup,
				excerpt: excerpt(body, EXCERPT),
				sentAt: submittedAt ?? createdAt
			}
		}));
	return { items, next: found.length > SHOWN ? (items.at(-1)?.number ?? null) : null };
}

export async function countForEvaluation(ctx: Ctx): Promise<number> {
	obey(mayModerate(ctx.person));
	return proposals.countForEvaluation(ctx);
}
