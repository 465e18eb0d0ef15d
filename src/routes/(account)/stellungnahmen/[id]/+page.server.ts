import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { toAsk } from '#lib/people/consents/consent.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import { SendForm } from '#lib/positionPapers/positionPaper.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { NotFound, Refused } from '#lib/verdict.ts';

async function sheet(ctx: Ctx, id: string) {
	const paper = await papers.paper(ctx, id);
	const { fields } = await consultations.current(ctx);
	const own = ctx.person?.organisationId === paper.organisationId;
	return {
		paper: { ...paper, may: null },
		own,
		whyNot: own && paper.status === 'read' ? explain(paper.may) : null,
		sendable: own && paper.may.ok,
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		ask: own ? toAsk(await consents.allowed(ctx)) : []
	};
}

/** What the sections say, by place. Whoever may not read it is refused by the verb, as everywhere. */
async function sectionTexts(ctx: Ctx, id: string): Promise<ReadonlyMap<number, string>> {
	try {
		const { parts } = await papers.paper(ctx, id);
		return new Map(parts.map(({ place, heading, body }) => [place, `${heading}\n${body}`]));
	} catch (problem) {
		if (problem instanceof Refused || problem instanceof NotFound) return new Map();
		throw problem;
	}
}

/** Whoever sends texts is asked once about what looks like personal data, also where a file says it. */
async function asking(ctx: Ctx, id: string) {
	const texts = await sectionTexts(ctx, id);
	const chosen = (sections: unknown) => [sections].flat().map((place) => texts.get(Number(place)) ?? '');
	return personalDataCheck(SendForm, (typed) => chosen(typed.sections));
}

export const load = ({ locals: { ctx }, params }) => showing(sheet(ctx, params.id));

export const actions = {
	send: async (event) =>
		act(event, await asking(event.locals.ctx, event.params.id), async (ctx, form) => {
			await papers.send(ctx, event.params.id, form);
			return `/stellungnahmen/${event.params.id}?ok=paperSent`;
		}),
	remove: (event) =>
		act(event, z.object({}), async (ctx) => {
			await papers.remove(ctx, event.params.id);
			return '/stellungnahmen?ok=paperRemoved';
		})
};
