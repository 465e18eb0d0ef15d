import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { compare } from '#lib/votes/participation/participation.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx } }) => {
	const consultation = await showing(consultations.current(ctx));
	const shown = await votes.participation(ctx, consultation.id);
	const references = await votes.references(ctx, consultation.id);
	const groups = await profile.groupKeys(ctx);
	const together = await proposals.publishedTogether(ctx, consultation.id);
	return {
		consultation: consultation.title,
		together,
		...shown,
		compared: compare(shown.lines.people, references, groups)
	};
};
