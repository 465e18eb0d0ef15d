import * as evaluations from '../../evaluations/evaluations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { RowOf } from '../dataset.ts';

/** How people found each phase, by question and group, the oldest first. Empty: held back. */
export async function* bewertungen(ctx: Ctx): AsyncGenerator<RowOf<'bewertungen'>[]> {
	for (const { result, digest } of (await evaluations.published(ctx)).toReversed()) {
		const { phase, title, until, questions } = result;
		yield questions.flatMap(({ question, rows }) =>
			rows.map(({ group, n, yes, partly, no, mostly }) => ({
				...{ phase, phase_label: title, frage: question, gruppe: group },
				...{ antworten: n, ja: yes, teils: partly, nein: no },
				mindestens_prozent: mostly && Math.round(mostly.share * 100),
				mindestens_antwort: mostly?.answer ?? null,
				zurueckgehalten: [n, yes, partly, no].includes(null),
				...{ gefragt_bis: until, pruefsumme: digest },
				adresse: `${ctx.app.config.origin}/wie-war-es#${phase}`
			}))
		);
	}
}
