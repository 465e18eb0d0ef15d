import { RevisionForm, ShippedForm } from '#lib/profile/forms.ts';
import { FILE_BYTES } from '#lib/profile/profileFile.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as wholeFile from '#lib/consultations/wholeFile.server.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import { act, actOnFile, admit, preview, previewFile, type FileForm } from '#lib/server/http/forms/act.ts';
import { fill, reasonSentence, t } from '#lib/texts/texts.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found, Refused } from '#lib/verdict.ts';
import type { z } from 'zod';
import type { RequestEvent } from './$types';

const DONE = '/werkstatt/profil?ok=profileChanged';
const change = (seen: number) => ({ concern: 'all', note: '', seen }) as const;

export const load = async ({ locals: { ctx } }) => {
	admit(mayChangeProfile(ctx.person?.roles ?? null));
	const shipped = [...SHIPPED].map(([key, { look }]) => ({ key, name: look.name, claim: look.claim }));
	return { shipped, number: (await profile.state(ctx)).number };
};

const profileFile = ({ locals: { ctx } }: Pick<RequestEvent, 'locals'>): FileForm<typeof RevisionForm> => ({
	// What a preview has carried comes back as text, which is a third longer.
	...{ schema: RevisionForm, most: FILE_BYTES * 1.4, may: mayChangeProfile(ctx.person?.roles ?? null) },
	wrong: (problem) => (problem instanceof Refused ? reasonSentence(problem.reason, problem.facts) : null),
	missing: t.profile.whole.missing
});

const takeShipped = (ctx: Ctx, { profile: name, revision }: z.output<typeof ShippedForm>) =>
	profile.save(ctx, found(SHIPPED.get(name), 'profile'), change(revision));
const takeFile = (ctx: Ctx, revision: number, bytes: Uint8Array) =>
	wholeFile.take(ctx, wholeFile.read(new TextDecoder().decode(bytes)), revision);

export const actions = {
	shipped: (event) =>
		act(event, ShippedForm, async (ctx, form) => {
			await takeShipped(ctx, form);
			return DONE;
		}),
	/** What would be replaced; nothing is saved. */
	preview: (event) => preview(event, ShippedForm, (ctx, form) => profile.changedBy(ctx, () => takeShipped(ctx, form))),
	file: (event) =>
		actOnFile(event, profileFile(event), async (ctx, { revision }, { bytes }) => {
			await takeFile(ctx, revision, bytes);
			return DONE;
		}),
	previewFile: (event) =>
		previewFile(event, profileFile(event), async (ctx, { revision }, { bytes }) => {
			const brought: wholeFile.Brought[] = [];
			const shown = await profile.changedBy(ctx, async () => brought.push(await takeFile(ctx, revision, bytes)));
			const process = (await consultations.find(ctx))?.title ?? '';
			return { ...shown, process: brought.map((one) => fill(t.profile.whole.brought[one], { process })).join('') };
		})
};
