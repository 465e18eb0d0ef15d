import type { Spoken } from '../../people/details/language.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { excerpt } from '../../texts/excerpt.ts';
import { similarTo } from './similar.server.ts';

const MOST = 3;
const EXCERPT = 240;

export interface SaidBefore {
	number: number;
	title: string;
	language: Spoken;
	supportCount: number;
	excerpt: string;
}

/** What others have already said that is much like this. One's own texts are no news. */
export async function saidBefore(
	ctx: Ctx,
	consultationId: string,
	text: { title: string; body: string }
): Promise<SaidBefore[]> {
	const alike = await similarTo(ctx, consultationId, `${text.title} ${text.body}`, { most: 2 * MOST });
	const ids = alike.map(({ proposalId }) => proposalId);
	return (await proposals.published(ctx, ids))
		.filter((one) => !one.mine)
		.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
		.slice(0, MOST)
		.map(({ number, title, language, body, supportCount }) => ({
			...{ number, title, language, supportCount },
			excerpt: excerpt(body, EXCERPT)
		}));
}
