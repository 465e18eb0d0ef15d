import { mayReadCampaigns } from '#lib/campaigns/campaign.ts';
import { admit, showing } from '#lib/server/http/forms/act.ts';
import { campaignRows } from './apart.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayReadCampaigns(ctx.person));
	return { campaigns: await showing(campaignRows(ctx)) };
};
