import * as consultations from '#lib/consultations/consultations.server.ts';
import { showing } from '#lib/server/http/act.ts';
import { compare } from '#lib/votes/participation.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const consultation = await showing(consultations.bySlug(ctx, url.searchParams.get('verfahren')));
	const shown = await votes.participation(ctx, consultation.id);
	const references = await votes.references(ctx, consultation.id);
	return { consultation: consultation.title, ...shown, compared: compare(shown.lines.people, references) };
};
