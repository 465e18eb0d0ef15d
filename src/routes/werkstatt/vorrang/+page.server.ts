import { StartForm, readyRound } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

type Preparation = Awaited<ReturnType<typeof priorities.preparations>>['preparations'][number];

function stateOf({ round }: Preparation) {
	if (!round) return 'none' as const;
	if (round.computedAt !== null) return 'computed' as const;
	if (round.fixedOn !== null) return 'fixed' as const;
	return readyRound(round) ? ('ready' as const) : ('open' as const);
}

export const load = async ({ locals: { ctx } }) => {
	const { newest, preparations } = await showing(priorities.preparations(ctx));
	return {
		newest,
		phases: preparations.map((one) => ({
			...{ slug: one.phase.slug, title: one.phase.title, state: stateOf(one) },
			...{ versionNumber: one.versionNumber, fixedOn: one.round?.fixedOn ?? null, outdated: one.outdated },
			mayStart: one.may.ok && (one.round === null || one.outdated),
			whyNot: explain(one.may)
		}))
	};
};

export const actions = {
	default: (event) =>
		act(event, StartForm, async (ctx, { phase }) => {
			await priorities.startRound(ctx, phase);
			return `/werkstatt/vorrang/${phase}?ok=priorityStarted`;
		})
};
