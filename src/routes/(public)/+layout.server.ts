import * as closure from '#lib/closure/closure.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { standingText } from '#lib/consultations/phases/phaseShown.ts';
import { phaseStatus } from '#lib/consultations/phases/phaseStatus.ts';
import { t } from '#lib/texts/texts.ts';

/** Pages that list something, and say of an empty list when something will be there. */
const LISTS = [
	...[
		'antworten',
		'aufrufe',
		'beitraege',
		'berichte',
		'chronik',
		'daten',
		'ergebnisse',
		'gespraeche',
		'meinungsbild',
		'moderation'
	],
	...['berichtigungen', 'karten-orte', 'organisationen', 'strategie', 'treffen', 'treffen/kalender', 'umsetzung'],
	'wer-macht-mit'
].map((name) => `/(public)/${name}`);

export const load = async ({ locals: { ctx }, route }) => {
	if (!LISTS.includes(route.id ?? '')) return { when: null };
	const process = await consultations.find(ctx);
	if (!process) return { when: `${t.soon.begins} ${t.start.standing.undated}` };
	return { when: standingText(phaseStatus(process.phases, ctx.now, await closure.since(ctx))) };
};
