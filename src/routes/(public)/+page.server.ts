import * as answers from '#lib/answers/answers.server.ts';
import * as closure from '#lib/closure/closure.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { currentPhase, turnOf, type Consultation } from '#lib/consultations/consultation.ts';
import { invitations, phaseStatus, stepOf } from '#lib/consultations/phases/phaseStatus.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { germanExcerpts } from '#lib/proposals/summaries/summary.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { signingVideo } from '#lib/server/signLanguageVideo.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';

const NEWEST = 3;
const EXCERPT = 160;

async function soFar(ctx: Ctx, consultationId: string) {
	const { total, none, byDisposition } = await answers.counts(ctx, consultationId);
	const versions = await strategy.versions(ctx, consultationId);
	const [newest] = versions;
	return {
		contributions: total,
		answered: total - none - byDisposition.open,
		versions: versions.length,
		newest: newest ? { number: newest.number, title: newest.title } : null,
		byGroup: await proposals.countByGroup(ctx, consultationId)
	};
}

async function newestProposals(ctx: Ctx, consultationId: string) {
	const { proposals: found } = await proposals.list(ctx, consultationId, ListQuery.parse({}));
	const newest = found.slice(0, NEWEST);
	const german = germanExcerpts(await proposals.summariesOf(ctx, newest), EXCERPT);
	return newest.map(({ id, number, title, language, body, kind, field, authorName, authorGroup, ...rest }) => ({
		...{ number, title, language, kind, field, authorName, authorGroup },
		german: german.get(id) ?? null,
		excerpt: excerpt(body, EXCERPT),
		publishedAt: rest.publishedAt,
		originOn: rest.originOn,
		supportCount: rest.supportCount,
		commentCount: rest.commentCount
	}));
}

async function shown(ctx: Ctx, { id, title, lead, questions, phases, fields, changeable, settled }: Consultation) {
	const closedAt = await closure.since(ctx);
	return {
		...{ title, lead, questions, changeable, settled },
		/** What is asked today. */
		asks: currentPhase(phases, ctx.now)?.asks ?? '',
		standing: phaseStatus(phases, ctx.now, closedAt),
		invitations: closedAt === null ? invitations(phases, ctx.now, turnOf(ctx.person)) : [],
		phases: phases.map((phase) => ({
			...{ title: phase.title, endsAt: phase.endsAt, answerBy: phase.answerBy ?? null },
			state: stepOf(phase, ctx.now)
		})),
		fields: fields.map(({ slug, title, lead }) => ({ slug, title, lead })),
		soFar: await soFar(ctx, id),
		newest: await newestProposals(ctx, id)
	};
}

export const load = async ({ locals: { ctx } }) => {
	const consultation = await consultations.find(ctx);
	return {
		signed: (await signingVideo(ctx.app.config)) !== null,
		consultation: consultation && (await shown(ctx, consultation))
	};
};
