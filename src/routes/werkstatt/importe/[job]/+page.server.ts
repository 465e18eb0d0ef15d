import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { meaningOf } from '#lib/importJobs/contribution.ts';
import { ChoicesForm, isWorking, MEANING, mayCancel, mayChoose, mayImport } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import { act, admit, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { withWords } from '#lib/wording/wording.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	admit(mayImport(ctx.person));
	const job = await showing(importJobs.byId(ctx, params.job));
	const { fields } = await consultations.byId(ctx, job.consultationId);
	// As the worker reads it, whatever language the page is in.
	const guessed = await withWords({ ...ctx, locale: 'de' }, async () =>
		Object.fromEntries(
			MEANING.map((of) => [of, (job.preview?.values[of] ?? []).map((word) => meaningOf(of, word, fields))])
		)
	);
	return {
		...{ job, guessed, working: isWorking(job.status), number: job.outcome?.conversation?.number ?? null },
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		may: { choose: mayChoose(job).ok, cancel: mayCancel(job).ok },
		whyNotStart: explain(importJobs.whetherStart(job)),
		mayTakeBack: job.conversation === null || (await importJobs.whetherTakeConversationBack(ctx, job)).ok
	};
};

const Nothing = z.object({});

export const actions = {
	choose: (event) =>
		act(event, ChoicesForm, async (ctx, choices) => {
			await importJobs.choose(ctx, event.params.job, choices);
			return `/werkstatt/importe/${event.params.job}`;
		}),
	start: (event) =>
		act(event, Nothing, async (ctx) => {
			await importJobs.start(ctx, event.params.job);
			return `/werkstatt/importe/${event.params.job}`;
		}),
	cancel: (event) =>
		act(event, Nothing, async (ctx) => {
			await importJobs.cancel(ctx, event.params.job);
			return `/werkstatt/importe/${event.params.job}`;
		}),
	takeBack: (event) =>
		act(event, Nothing, async (ctx) => {
			await importJobs.takeBack(ctx, event.params.job);
			return `/werkstatt/importe/${event.params.job}`;
		})
};
