import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { ChangeForms } from '#lib/moderation/editions/edition.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { kindOf, type Kind } from '#lib/moderation/screening.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { isStaff } from '#lib/people/person.ts';
import { explain } from '#lib/texts/texts.ts';

function kindIn(slug: string): Kind {
	return kindOf(slug) ?? error(404);
}

export const load = async ({ locals: { ctx }, params }) => {
	const kind = kindIn(params.kind);
	const person = requireSignIn(ctx, `/aendern/${params.kind}/${params.which}`);
	const { may, ...text } = await showing(moderation.toChange(ctx, kind, params.which));
	const back = isStaff(person) ? '/werkstatt/erfassen/liste' : '/meine';
	return { ...text, kind, back, number: kind === 'comment' ? 0 : Number(params.which), whyNot: explain(may) };
};

/** The parts of a text of each kind, in the order in which they are kept. */
const Changed = {
	proposal: ChangeForms.proposal.transform(({ title, body, evidence, seen }) => ({
		texts: [title, body, evidence],
		seen
	})),
	comment: ChangeForms.comment.transform(({ body, seen }) => ({ texts: [body], seen })),
	amendment: ChangeForms.amendment.transform(({ title, body, reason, seen }) => ({
		texts: [title, body, reason],
		seen
	}))
} as const;
const formOf = (kind: Kind): z.ZodType<{ texts: string[]; seen?: string | undefined }> => Changed[kind];

export const actions = {
	default: (event) => {
		const kind = kindIn(event.params.kind);
		return act(event, personalDataCheck(formOf(kind)), async (ctx, form) => {
			await moderation.change(ctx, kind, event.params.which, form);
			return `${isStaff(ctx.person) ? '/werkstatt/erfassen/liste' : '/meine'}?ok=textChanged`;
		});
	}
};
