import type { Campaign, List } from '#lib/campaigns/campaign.ts';
import * as campaigns from '#lib/campaigns/campaigns.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const EXCERPT = 200;

/** A campaign as a list shows it. */
const rowOf = ({ number, title, language, body, people, waiting, toPlace, unanswered }: Campaign) => ({
	...{ number, title, language, people, waiting, toPlace, unanswered },
	excerpt: excerpt(body, EXCERPT)
});

/** Campaigns of this process, the largest first; of one list those of which something is in it. */
export async function campaignRows(ctx: Ctx, list: List | null = null) {
	const consultation = await consultations.find(ctx);
	return consultation ? (await campaigns.campaigns(ctx, consultation.id, list)).map(rowOf) : [];
}
