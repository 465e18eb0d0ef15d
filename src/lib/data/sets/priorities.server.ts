import * as consultations from '../../consultations/consultations.server.ts';
import { groupKeys } from '../../people/groupNames.ts';
import * as priorities from '../../priorities/priorities.server.ts';
import { NO_STATEMENT } from '../../profile/groups/group.ts';
import type { Ctx } from '../../server/ctx.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';

/** Results that are out, the oldest first. */
async function* published(ctx: Ctx): AsyncGenerator<priorities.ShownResult> {
	const ended = (await priorities.endedRounds(ctx)).filter(({ state }) => state === 'computed');
	for (const { phase } of ended.toReversed()) yield await priorities.resultOf(ctx, phase.slug);
}

const placeIn = (order: readonly number[], number: number) => order.indexOf(number) + 1 || null;

/** Each measure with its place by each purse and by the plain majority; empty: it was not taken. */
export async function* vorrang(ctx: Ctx): AsyncGenerator<RowOf<'vorrang'>[]> {
	const process = await consultations.find(ctx);
	for await (const { phase, versionNumber, computedAt, digest, result, measures } of published(ctx)) {
		const { budget, outcomes, majority } = result;
		const [people, groups] = [outcomes?.people, outcomes?.groups].map((one) =>
			(one?.rounds ?? []).map(({ number }) => number)
		);
		yield result.measures.map(({ number, cost, costClass, ticks }) => ({
			...{ verfahren: process?.slug ?? null, phase: phase.slug, phase_label: phase.title, fassung: versionNumber },
			...{ massnahme: number, punkt: measures.get(number)?.point ?? null, text: measures.get(number)?.text ?? null },
			...{ kostenklasse: costClass, kosten: cost, budget },
			platz_menschen: placeIn(people ?? [], number),
			platz_gruppen: placeIn(groups ?? [], number),
			platz_mehrheit: placeIn(majority, number),
			...{ angekreuzt: ticks, mitgemacht: result.people.total },
			veroeffentlicht: day(computedAt),
			...{ pruefsumme: digest, adresse: `${ctx.app.config.origin}/vorrang/${phase.slug}` }
		}));
	}
}

/** The same by group: how many of it tick a measure. Empty: held back. */
export async function* vorrangkreuze(ctx: Ctx): AsyncGenerator<RowOf<'vorrangkreuze'>[]> {
	for await (const { phase, result } of published(ctx)) {
		yield result.measures.flatMap(({ number, groups }) =>
			[...groupKeys(), NO_STATEMENT].map((gruppe) => ({
				...{ phase: phase.slug, massnahme: number, gruppe },
				...{ angekreuzt: groups[gruppe] ?? null, mitgemacht: result.people.groups[gruppe] ?? null }
			}))
		);
	}
}
